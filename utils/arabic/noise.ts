/**
 * What Arabic, English and French pages print among their paragraphs that is no part of them, a
 * group of phrases a line under «[kind place longest]»: see `PhraseKind` and `PhrasePlace`;
 * `longest` is the longest block, in words, in which it counts. Written folded (plain alef, ه for
 * ة, ي for ى) and compared as folded words, so hamza, vowels, digits, case and punctuation do not
 * matter; `(a|b)?` as in patterns. A phrase that can begin a sentence of an article is `whole`, or
 * has a word more than any sentence.
 */
export const NOISE = String.raw`
[read-also start 30]
و?(اقر\S{1,4}|طالعي?) ايضا|(ن?قرا|لقراءه|شاهد(ي|وا)?) ايضا
(اقرا|طالع|للمزيد|المزيد) (كذلك|المزيد|اكثر|اقرا|طالع|تابع|شاهد|انقر|اضغط)
(قد|ربما) [يت](هم|عجب)كم? (ايضا|قراءه|الاطلاع|مشاهده)
(خبر|اخبار|موضوع|مواضيع|موضوعات|مقالا?[ته]?|مواد|روابط|قصص|تقارير) ذ(و|ي|ات) (ال)?صله
ل(قراءه|متابعه|مشاهده|لاطلاع علي) (المزيد|ال\S+ كاملا|بقيه ال\S+|مزيد من)
(لا|كي لا) (ي|ت)فو?ت(ك|كم|كن) (ايضا|قراءه|مشاهده)|سبق (ان )?نشرنا
(read|see) (also|more)|also read|you may also like|related (articles?|news|posts?)
(à )?(lire|lisez|voir) (aussi|[eé]galement)

[read-also label 30]
تعرفي? علي|(انظر|تابع|استمع|راجع|شاهد|اطلع) (ايضا|كذلك|المزيد|علي)|(قد|ربما) [يت](هم|عجب|فيد|فوت)ك(م|ن)?
(اخبار|مواضيع|موضوعات|مقالات|قصص|روابط) (متعلقه|مرتبطه|مشابهه|اخري)|(في|ب|من) ?نفس (السياق|الموضوع|الملف)|من (ارشيفنا|ملفاتنا)
(اقر\S{1,4}|طالعي?|شاهد\S{0,2}) (كمان|المزيد|لدينا|في|علي|عن|معنا)|(كتب|نشر)نا سابقا|وايضا|خبر متصل|لا [يت]فو?ت(ك|كم|كن)

[read-also anywhere 30]
(اضغط|انقر) (من )?هنا

[read-also whole]
(اقرا )?(المزيد|الخبر)|اقرا|للمزيد|(التفاصيل )?من هنا|التفاصيل
ال(خبر|مقال|قصه) (السابق|التالي)ه?|more|click here|lire la suite

[related whole]
الاكثر (قراءه|مشاهده|تعليقا|مشاركه|تداولا)( اليوم)?
(اخر|احدث|اهم) ال(اخبار|مقالات|مواضيع)
(اخبار|مواضيع|مقالات|مواد|قصص) (مقترحه|مختاره|اخري|قد ت(هم|عجب)كم?)
مختارات|(اخترنا|نرشح) لكم?|المزيد من (الاخبار|المقالات|الكاتب|نفس القسم)|مقالات الكاتب
most (read|popular)|latest news|top stories|les plus lus|à la une|articles (similaires|liés)

[share whole]
شارك(نا|ها|ه|وا|ي)?|مشاركه|ا?نشر(ها|ه)?|غرد|ارسا?ل|طباعه|اطبع|حفظ|(تم )?(ال|ا)?نسخ( الرابط)?|رابط مختصر|اعجبني
(عدد )?(ال)?(مشاهدات|زيارات|قراءات)|%|email|print|copy link|share( this)?|tweet|like|partager|imprimer

[share start 12]
(شارك(وا|ي)?|مشاركه|ا?نشر|ارسل|طباعه|حفظ|نسخ) (هذا|هذه|ال(خبر|مقاله?|موضوع|صفحه|قصه)|رابط|عبر|مع اصدقائك|علي (%|مواقع|وسائل))
ارسال (الي صديق|بالبريد)|(ال)?رابط (ال)?(مختصر|قصير)|share (on|this|via)|partage[rz] (sur|cet)

[promotion anywhere 45]
تابع(و?نا|وا|ي)? (\S+ ){0,2}(علي|عبر|في) (%|منص|(مواقع|وسائل|شبكات) التواصل|قناتنا|صفحا?تنا)\S*
(تابع(و?نا|وا|ي|ونا)?|متابعتنا|لمتابعتنا|تجدوننا|تلقوننا) (\S+ ){0,8}(علي|عبر|في|ب) ?(قنا[هت]|صفح|حساب|مجموع|منصا|تطبيق)\S*نا
تابع(و?نا|وا|ي) (صفح|قنا|حساب|اخر اخبار|اخر الاخبار|جديدنا)\S*|متابعتنا (علي|عبر)
(انضم(وا|ي)?|اشترك(وا|ي)?|انخرط(وا|ي)?|التحق(وا|ي)?|(ال|لل)ا(شتراك|نضمام|لتحاق)) (معنا )?(الي|في|ل|ب) ?(ال)?(قنا|قنوا|مجموع|نشر|قائمه البريد|صفح|خدم|[قج]روب)\S*
(حمل(وا|ي)?|نزل(وا|ي)?|ل?تحميل|ل?تنزيل) (ال|الان )?تطبيق(نا)?
(فعل(وا|ي)?|تفعيل) (\S+ ){0,2}(ال)?(اشعار|تنبيه|جرس)\S*|كن(ي)? اول من (يعلم|يعرف|يصله|تصله)
ل(متابعه|[يت]صل(ك|كم|كن|كي)|لتوصل ب) ?(اخر|احدث|اهم|كل|جديد) (ال|ا)?(اخبار(نا)?|جديد|مستجدات|عناوين|عواجل)
(ل?دعم|ادعموا?|ندعم|ساعدنا|تبرع(وا|ي)?) (\S+ ){0,2}(صحافتنا|عملنا|الاستمرار|استقلال\S+)|support our (journalism|work)
(راسل|كاتب)(و?نا) (علي|عبر)|(للتواصل|تواصل(وا|ي)?|اتصلوا?) (معنا|مع (التحرير|الجريده|الصحيفه|الموقع)|بنا)|ارسلوا? (الينا|لنا) (\S+ )?(اخبار|صور|مقال|شكو)\S*
(follow|join|like) us on|sign up for our|subscribe to our|suivez nous|abonnez vous

[promotion whole]
تابعو?نا|متابعه|اشترك( الان)?|(النشره|القائمه) (البريديه|الاخباريه)|انضم (الينا|الان)
follow( us)?|subscribe( now)?|newsletter|sign up

[advertisement whole]
(ال)?اعلان(ات)?( مموله?| تجاري)?|(محتوي )?ممول|(ماده|مساحه) اعلانيه|(المقال يستمر|يتبع) بعد الاعلان
advertis(ements?|ing)|ads?|sponsored( content)?|publicit[eé]
(article|story) continues below( advertisement)?

[advertisement start 20]
(للاعلان|لاعلاناتكم|اعلنوا?|لحجز اعلان\S*) (معنا|هنا|لدينا|(في|علي|ب) ?(ال)?(موقع|صفح|صحيف|جريد|مجل|قنا|ه?ذه?)\S*)

[advertisement anywhere 45]
(انك تستخدم|تعطيل|ايقاف) مانع (ال)?اعلانات

[loading whole]
(جاري?|يجري|يتم) (ال)?(تحميل|ارسال)|(عرض|مشاهده) المزيد|تحميل( المزيد)?|(يرجي|الرجاء) الانتظار
loading|please wait|(load|show|view) more|chargement

[navigation whole]
(الصفحه )?(الرئيسيه|السابقه|التاليه)|رجوع|(ال)?عوده|التالي|السابق|القائمه|بحث
((العوده|(زر )?الذهاب) )?الي الاعلي|اعلي الصفحه|اغلاق|تسجيل (ال)?دخول|(حجم|تكبير|تصغير) الخط|عاجل
home|back|next|previous|menu|search|close|(back to )?top|skip to (main )?content|log ?in|a a

[breadcrumb start 24]
انت (هنا|الان في|تتصفح)|you are here|vous êtes ici

[comments whole]
(عرض )?(ال)?تعليقات( القراء| مغلقه)?|تعليق|(اضف|اضافه|اترك|اكتب) (تعليق|رد)(ا|ك)?|لا (يوجد |توجد )?تعليقات|شارك برايك|رد|الغاء الرد|كن اول من يعلق
comments?|(leave|add|post) a (reply|comment)|no comments|reply|commentaires?|laisser un commentaire

[comments anywhere 90]
مرا(جع|قب)ه (التعليقات|تعليقاتكم|المشاركات) قبل (ال)?نشر(ها)?
(الا?راء|التعليقات|المقال\S*|المواد)( \S+){1,7} و?لا [يت](عبر|عكس|مثل)
لا [يت](عبر|عكس|مثل) بالضروره (عن )?(راي|وجهه نظر|سياسه|اراء) (ال)?(موقع|صحيف|جريد|مجل|قنا|تحرير|ناشر|شبك)\S*

[comments start 45]
(التعليقات|الاراء|المشاركات) (المنشوره|الوارده) (لا )?ت(عبر|عكس)
لن (يتم نشر|ينشر) (عنوان|بريدك)|يجب (ان|انت) تكون مسجل الدخول|شارك(نا)? ب?رايك في|your email address will not

[tags start 40]
(ال)?كلمات (ال)?(مفتاح|دلال|دليل)يه

[tags label 60]
(ال)?(وسوم|تاجات|علامات)|كلمات البحث|tags?|mots clés|keywords

[footer start 40]
((جميع|كافه|كل) )?(ال)?حقوق( النشر| الطبع| الملكيه)? محفوظه|copyright

[footer anywhere 45]
ال(خبر|موضوع|مقاله?) الاصلي قد تم نشر\S+
(متابعينا|زوارنا|قراءنا) (الكرام|الاعزاء)|(نافذتكم|منبركم|موقعكم|مصدركم) (الاول|المفضل)\S?
(جميع|كافه|كل) الحقوق محفوظه|all rights reserved|tous droits réservés

[screen-reader-hint start 14]
(تخطي?|نهايه|skip|end of) (الاعلان|القسم|قسم|الاكثر|البودكاست|يستحق|مواضيع|وواصل|المحتوي|to|and continue|most|story|podcast|content|youtube|twitter|facebook|instagram)

[screen-reader-hint anywhere 16]
و?واصل القراءه|and continue reading|المحتوي غير متاح

[screen-reader-hint whole]
((قصص|مواضيع|يستحق|الاكثر|البودكاست)( \S+)? )?نهايه

[photo-credit start 14]
م?صدر الصوره?|التعليق علي (الصوره|الفيديو)|(image|photo) (source|credit|caption)|crédits? photo

[photo-credit label 14]
تصوير|عدسه|كاميرا|الصوره|photo

[embed-leftover whole]
((شاهد|مشاهده|تشغيل) )?(ال)?فيديو|تشغيل|شاهد|صوره?|استم(ع|اع)( للمقال)?|ايقاف|ملء الشاشه|كتم الصوت|x{3,}|كادر( (صغير|كبير|جانبي))?
play( video)?|pause|(un)?mute|fullscreen|video|watch|listen
(عرض|مشاهده) هذا المنشور علي %|view this post on instagram

[embed-leftover start 16]
(ال)?متصفحك? لا يدعم|your browser does not|(منشور )?تمت مشارك(ته|ه منشور) بواسطه|a post shared by|this video (is|cannot)

[source-line label 14]
(ال)?مصدر( الخبر)?|المصادر|نقلا عن|sources?
`.replaceAll(
  '%',
  // Where texts are shared and readers are called to.
  'فيس ?بوك|تويتر|اكس|واتس ?اب|تي?ل[يغج][غجك]?رام|[اإ]?نست[غجك]رام|يوتيوب|تيك ?توك|سناب ?شات|لينكد ?ان|[جغ]و[جغ]ل نيوز|facebook|twitter|x|whatsapp|telegram|instagram|youtube|linkedin|google news',
);
