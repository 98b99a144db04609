"""How often words are said in calls to a desk, and common English words: estimates, per million words.

Written texts, which word counts are made of, hardly know "เอ่อ", "รบกวนสอบถาม" or "could you please".
"""

THAI_CALLS = {
    30_000: "ค่ะ ครับ คะ",
    10_000: "นะคะ นะ ครับผม ว่า จะ ที่ ได้ไหม ไหม มั้ย อยาก ต้อง ขอ คือ ไม่ทราบ ทราบ สอบถาม หน่อย ยังไง ทำ ไป มา มี",
    4_000: (
        "เอ่อ อ่า อืม อือ เออ อ๋อ อ่อ น่ะ อะ อ่ะ ฮะ ฮัลโหล ฮัล โหล สวัสดี คือว่า พอดี รบกวน ถาม อยากรู้ อยากทราบ "
        "อยากได้ ตรงไหน ที่ไหน ไหน เมื่อไหร่ เมื่อไร กี่ กี่โมง เท่าไหร่ เท่าไร เท่าไหร่ ไหร่ อะไร อย่างไร ยัง ไง "
        "บ้าง ช่วย บอก ได้ ใช่ ใช่ไหม ไม่ใช่ ผม ดิฉัน หนู เรา พี่ น้อง คุณ แล้ว แล้วก็ ก็ ขอบคุณ ขอโทษ โทษ "
        "แบบ ตอนนี้ วันนี้ เดี๋ยว งั้น อย่างนี้ อย่างงี้ แบบนี้ แบบนั้น พวก อัน อันนี้ ตัวนี้ ตรงนี้ ที่นี่ ตรงนั้น"
    ),
    1_500: (
        "ป่าว เปล่า หรือเปล่า รึเปล่า รึ รึยัง หรือยัง หรือ ใคร ทำไม ทำยังไง ทำไง จ้ะ จ๊ะ จ้า จ้าา จ๋า หวัดดี "
        "โอเค เคร สักครู่ ซักครู่ ซัก สัก นิดนึง นิดหนึ่ง นึง แป๊บ แป๊บนึง เนี่ย นี่ นั่น ที่นั่น โน่น เลย ด้วย "
        "พอ ดี อยู่ ให้ กับ เพราะ ถ้า เผื่อ ยังงั้น ยังงี้ งี้ งั้นๆ เอา ลอง ปรึกษา แนะนำ ขออนุญาต สามารถ "
        "จำเป็น ควร คุณพ่อ คุณแม่ แม่ พ่อ ยาย ตา ลูก แฟน สามี ภรรยา เพื่อน ญาติ ป้า ลุง น้า อา คนที่บ้าน ที่บ้าน "
        "เนอะ เหรอ หรอ เหอะ ล่ะ ละ สิ ซิ ดิ วะ โว้ย นู่น จัง จริง ๆ จริงๆ ครับๆ ค่ะๆ"
    ),
    500: (
        "ติดต่อ โทร โทรมา โทรไป โทรถาม แจ้ง ทราบว่า รู้ รู้สึก เห็น ได้ยิน ฝาก เตรียม ไปหา มาหา มาจาก คราวก่อน "
        "เมื่อวาน เมื่อกี้ เมื่อเช้า พรุ่งนี้ อาทิตย์หน้า อาทิตย์ที่แล้ว ข้อมูล รายละเอียด เรื่อง เกี่ยวกับ กรณี ปกติ "
        "ทาง ตัว ใหม่ เก่า แพง ฟรี นาน เร็ว ก่อน หลัง ทัน"
    ),
}
"""Fillers, particles, questions and the rest of a caller's manner of speaking, not what a call is about."""

ENGLISH = {
    50_000: "the",
    25_000: "a i to and of in you is it that",
    8_000: "for on my was with have do be me are at this but not so we if what can your there he they from or",
    3_000: (
        "an as by would just about get need know like want how where when which who why will has had she her his "
        "him them their our us been were did does up out go going one all some any no yes please could then now "
        "here i'm it's don't i'd i'll i've that's uh um er ok okay well"
    ),
    1_200: (
        "hello hi hey thanks thank sorry excuse tell say said think see look come came take make got let much many "
        "more than only also into over after before because still very really back time day today way thing "
        "something someone anything other should may might must shall am being these those its too again even ask "
        "wondering wonder whether kind sort actually right good first last next new old can't didn't doesn't isn't "
        "what's there's you're we're they're he's she's won't haven't"
    ),
    400: (
        "call calling called phone help find give put use used using try trying tried able possible maybe perhaps "
        "sure anyone everyone people person man woman friend wife husband mother father son daughter child baby mum "
        "mom dad family year years week weeks month days hour hours minute minutes morning afternoon evening night "
        "tomorrow yesterday while during until since through between under without around near down off away each "
        "every both few another same such own most least less enough quite lot lots bit little big long left two "
        "three four five show keep leave bring start stop happen happened mean means feel believe understand quick "
        "quickly question information details"
    ),
    600: (
        "done gave given goes doing saying said told talk talking gone coming thought thinking knew wanted needed "
        "looking felt feeling guess suppose hear heard listen speak speaking bad pretty stuff guy guys kid kids boy "
        "girl everybody somebody nobody myself yourself himself actually probably already almost though may might "
        "quite soon later myself wait waiting yeah yep mine yours hers theirs whose whom whoever whatever wherever"
    ),
    200: (
        "place part case number name point end work works working worked home house country city water money problem "
        "problems side line different early late second third high small large important public young old local best "
        "better always never often sometimes once yet ago together however whole half full free open close closed "
        "read write run turn move live lives pay paid buy send sent ready nothing everywhere somewhere anywhere else "
        "instead fine nice great sir madam change changed changes check ask asked asking answer job school car room "
        "door food course company office idea reason group life world business service set kept held brought bought "
        "lost found met read began started stopped stay stayed stand sit walk walked pick picked pull pulled push "
        "cut hold carry drive drove ride pass passed reach follow followed send catch fall fell break broke throw "
        "throw threw wear eat ate drink sleep wake wash clean cook play learn teach meet join agree decide choose "
        "plan hope wish wonder remember forget forgot forgotten worry worried afraid happy easy hard difficult true "
        "wrong real clear simple certain possible hot cold warm new five six seven eight nine ten hundred thousand "
        "six o'clock noon weekend monday tuesday wednesday thursday friday saturday sunday january february march "
        "april june july august september october november december past next today's completely exactly especially "
        "finally suddenly usually normally directly straight immediately quickly slowly shortly currently recently "
        "simply easily hardly rather rude enough during against among toward towards across along behind beside "
        "above below inside outside upon within without except unless either neither nor despite per via"
    ),
    80: (
        "address area body book box bring building card cards cause century common community condition control cost "
        "costs couple department door doctor education effect experience face fact field figure floor force form "
        "front future game general government hair hand hands head health heart history hotel hospital hot hour "
        "human interest issue kind land language law leg letter level list machine main manager market matter "
        "medical meeting member mind moment music national nature nurse order page paper parent parents party "
        "patient period phone picture police policy position power practice present price process program project "
        "quality rate report rest result results return road rule sale season section seat sense shop show showed "
        "shown sign single size situation skin smile social society son sound special staff stage start step stop "
        "store story street strong student subject system table team television term test tests thought top town "
        "train travel treatment tree trouble type unit use used value view visit voice wall war week window "
        "word words written yard application available add allow appear apply arrive become begin belong build charge "
        "contact contain cover create deal describe develop die enjoy enter exist expect explain finish fit fix grow "
        "happen hit hurt improve include increase keep kill laugh lay lead leave let lie lose love miss notice offer "
        "own prepare produce prove provide raise reach realise realize receive recognise reduce remain remove repeat "
        "replace require save seem sell serve share shut sort spend suggest support touch treat trust understand "
        "upset wait watch win worth"
    ),
}
"""Common English words of speech and writing."""
