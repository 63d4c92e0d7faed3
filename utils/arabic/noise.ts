/**
 * What Arabic, English and French pages print among their paragraphs that is no part of them, one
 * phrase a line under «[kind place longest]»: see `PhraseKind` and `PhrasePlace`; `longest` is the
 * longest block, in words, in which it counts. Compared as words and folded, so the spelling of
 * hamza, teh marbuta, vowels, digits, case and punctuation do not matter; `(a|b|)` are variants. A
 * phrase that can begin a sentence of an article is `whole`, or has a word more than any sentence.
 */
export const NOISE = `
[read-also start 30]
(و|)(اقرأ|اقرئي|اقرؤوا|اقراوا|قرأ|نقرأ|لقراءة|طالع|طالعي|شاهد|شاهدي|شاهدوا) أيضا
(اقرأ|طالع) (كذلك|المزيد|أكثر)
(للمزيد|المزيد) (اقرأ|من المعلومات اضغط|طالع|تابع|شاهد|انقر|اضغط)
(قد|ربما) (يهمك|يهمكم|يعجبك|يعجبكم|تهمك) (أيضا|الاطلاع على|قراءة|مشاهدة)
(كما يمكنك|يمكنك|يمكنكم|يمكنك أيضا) (قراءة|الاطلاع على|متابعة|مشاهدة) (المزيد|أيضا)
(موضوع|مواضيع|خبر|أخبار|مقال|مقالات|مقالة|تقارير) (ذو صلة|ذي صلة|ذات صلة)
(لقراءة|لمتابعة|لمشاهدة|للاطلاع على) (المزيد|الخبر كاملا|الموضوع كاملا|المقال كاملا|بقية المقال|بقية الخبر)
اقرأ (في|على) هذا (الموضوع|الملف)
read (also|more|next)
also read
see also
related (article|articles|story|stories|news|posts)
you may also like
(à|a) lire (aussi|également|egalement)
(lire|voir) (aussi|également|egalement)
lisez (aussi|également|egalement)
(sur|dans) le même (sujet|thème)
(articles|article) (similaires|liés|connexes|recommandés)

[read-also label 30]
(انظر|تابع|تابعوا|استمع|راجع) أيضا
(شاهد|تابع) (كذلك|المزيد)
(قد|ربما) (يهمك|يهمكم|يعجبك|يعجبكم|تهمك)
(موضوع|مواضيع|خبر|أخبار|مقال|مقالات|مقالة|تقارير) (متعلق|متعلقة|مرتبطة|مرتبط|مشابهة)

[read-also whole]
(اقرأ|اقرأ المزيد|المزيد|للمزيد|اقرأ التالي|التفاصيل من هنا|من هنا|اضغط هنا|انقر هنا|اقرأ الخبر|التفاصيل)
(مواد|محتوى|قصص|مقالات|موضوعات) (ذات صلة|مقترحة|مقترح|مشابهة|أخرى)
(القصة|الخبر|المقال) (السابق|السابقة|التالي|التالية)
(more|read the full story|click here|lire la suite|en savoir plus|cliquez ici)

[related whole]
الأكثر (قراءة|مشاهدة|تعليقا|مشاركة|تداولا|تفاعلا|رواجا|بحثا)
(الأكثر قراءة|الأكثر مشاهدة) (اليوم|هذا الأسبوع|الآن)
(آخر|أحدث|أهم) (الأخبار|المقالات|المواضيع|المستجدات|التدوينات)
(أخبار|مواضيع|مقالات|موضوعات) (مقترحة|مختارة|أخرى|متنوعة|قد تهمك|قد تعجبك)
(مختارات|اخترنا لك|اخترنا لكم|نرشح لك|نرشح لكم|رشحنا لك|المزيد من الأخبار|المزيد من المقالات|من نفس القسم|المزيد من نفس القسم|مقالات الكاتب|المزيد من الكاتب|مقالات أخرى للكاتب|اقرأ للكاتب أيضا)
(مقالات|مواضيع|أخبار) قد (تهمك|تعجبك|تهمكم)
(most read|most popular|most viewed|most shared|trending|trending now|latest news|top stories|editors picks|recommended for you|more from the author|more stories)
(les plus lus|les plus populaires|à la une|dernières nouvelles|derniers articles|articles populaires)

[share whole]
(شارك|شاركها|شاركه|مشاركة|انشر|نشر|شاركنا|غرد|تغريدة|أرسل|إرسال|طباعة|اطبع|حفظ|نسخ الرابط|رابط مختصر|انسخ الرابط|تم نسخ الرابط|تم النسخ|إعجاب|أعجبني)
(فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تلجرام|تيليجرام|انستغرام|انستجرام|لينكدإن|لينكد ان|ماسنجر|يوتيوب|تيك توك)
(facebook|twitter|whatsapp|telegram|instagram|linkedin|messenger|pinterest|youtube|tiktok|email|print|copy link|share|share this|tweet|like|partager|imprimer|envoyer|copier le lien)

[share start 12]
(شارك|شاركوا|شاركي|انشر|مشاركة|نشر|أرسل) (هذا|هذه|الخبر|المقال|المقالة|الموضوع|الصفحة|القصة|على فيسبوك|على فيس بوك|على تويتر|على واتساب|عبر|مع أصدقائك|هذا المقال|هذا الخبر|على مواقع|على وسائل|المحتوى)
إرسال (بالبريد|إلى صديق|عبر البريد)
(طباعة|حفظ|نسخ) (المقال|الخبر|الصفحة|الموضوع|رابط)
الرابط (المختصر|القصير)
رابط مختصر
share (on|this|via|with|the)
(partager|partagez) (sur|cet|cette|via|par)

[promotion anywhere 45]
(تابعونا|تابعنا|تابعينا|تابعوا|تابع) (على|عبر|في) (فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تلجرام|تيليجرام|انستغرام|انستجرام|يوتيوب|google news|جوجل نيوز|غوغل نيوز|منصات|مواقع التواصل|وسائل التواصل|شبكات التواصل|منصة x|إكس|قناتنا|صفحتنا|twitter|facebook|telegram|x)
(تابعونا|تابعنا|تابعوا) (صفحتنا|صفحاتنا|قناتنا|حسابنا|حساباتنا|آخر أخبارنا|آخر الأخبار)
(انضم|انضموا|انضمي|اشترك|اشتركوا|اشتركي|الاشتراك|للاشتراك|للانضمام) (إلى|في|لـ) (قناتنا|قناة|مجموعتنا|مجموعة|نشرتنا|النشرة|القائمة البريدية|صفحتنا)
(حمل|حملوا|نزل) (تطبيق|التطبيق|تطبيقنا|الآن تطبيق)
(لتحميل|تحميل|لتنزيل|تنزيل) (تطبيق|تطبيقنا)
(لمتابعة|لتصلك|ليصلك|لتصلكم|ليصلكم) (آخر|أحدث|أهم|كل|جديد) (الأخبار|أخبارنا|أخبار|المستجدات|التطورات|جديد)
للإعلان على (موقعنا|الموقع)
(لدعم|دعم|ادعم|ادعموا|ادعمي|ندعم) (صحافتنا|عملنا الصحافي|عملنا الصحفي|استقلاليتنا|موقعنا)
(الاشتراك|اشترك|اشتركوا|للاشتراك|تسجيل الإعجاب) (بالصفحة|بصفحتنا|في صفحتنا|بقناتنا|في خدمة|بخدمة)
(الانضمام|للانضمام|انضم|انضموا) (إلى|ل) (مجموعة|مجموعتنا|مجموعات|قناة|قناتنا|قنواتنا)
support our (journalism|work|newsroom)
(follow|join|like) us on
subscribe to our
(sign|signup) up for our
download (our|the) app
(suivez|rejoignez) (nous|notre)
abonnez vous (à|a)
(inscrivez vous|s inscrire) à notre
(téléchargez|telechargez) (notre|l) application

[promotion whole]
(تابعونا|تابعنا|اشترك|اشترك الآن|اشترك معنا|النشرة البريدية|القائمة البريدية|النشرة الإخبارية|اشترك في النشرة|حمل التطبيق|متابعة|انضم إلينا|انضم الآن)
(follow us|subscribe|subscribe now|newsletter|sign up|join now|suivez nous|s abonner|abonnez vous|follow)

[advertisement whole]
(إعلان|إعلانات|إعلان ممول|إعلانات ممولة|محتوى ممول|مادة إعلانية|مساحة إعلانية|الإعلانات|ممول|إعلان تجاري|المقال يستمر بعد الإعلان|يتبع بعد الإعلان|تخطى الإعلان)
(advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|sponsored by|publicité|publicite|annonce|annonces|contenu sponsorisé|scroll to continue with content|story continues below advertisement|skip ad)
(continue reading below|article continues below|adsbygoogle|ad blocker detected)

[loading whole]
(جاري|جار|يجري) (التحميل|تحميل المحتوى|تحميل التعليقات|الإرسال)
(تحميل|يتم التحميل|يرجى الانتظار|الرجاء الانتظار|تحميل المزيد|عرض المزيد|مشاهدة المزيد)
(loading|please wait|load more|show more|view more|chargement|chargement en cours|voir plus|afficher plus)

[navigation whole]
(الرئيسية|الصفحة الرئيسية|رجوع|عودة|العودة|التالي|السابق|القائمة|بحث|ابحث|البحث|الصفحة التالية|الصفحة السابقة|إلى الأعلى|أعلى الصفحة|العودة إلى الأعلى|زر الذهاب إلى الأعلى|الذهاب إلى الأعلى|إغلاق|أغلق|تسجيل الدخول|تسجيل دخول|إنشاء حساب|خروج|حجم الخط|تكبير الخط|تصغير الخط|من نحن|اتصل بنا|أعلن معنا|الأرشيف|عاجل)
(العودة|الرجوع) (إلى|ل) (الصفحة الرئيسية|الرئيسية|الصفحة السابقة|القائمة|أعلى)
(home|home page|back|next|previous|menu|search|close|top|back to top|skip to content|skip to main content|login|log in|sign in|register|accueil|retour|suivant|précédent|rechercher|fermer|connexion|a a)
(تخطى|انتقل|الانتقال) إلى (المحتوى|المحتوى الرئيسي)

[breadcrumb start 24]
(أنت هنا|أنت الآن في|أنت تتصفح)
you are here
vous (êtes|etes) ici

[comments whole]
(التعليقات|تعليقات|تعليق|أضف تعليق|أضف تعليقا|أضف تعليقك|اترك تعليقا|اترك تعليق|اترك تعليقك|اترك ردا|اترك رد|أكتب تعليقك|اكتب تعليقا|لا توجد تعليقات|لا يوجد تعليقات|لا تعليقات|شارك برأيك|رد|إلغاء الرد|كن أول من يعلق|التعليقات مغلقة|عرض التعليقات|إضافة تعليق|تعليقات القراء|تعليقات فيسبوك)
(comments|comment|leave a reply|leave a comment|add a comment|no comments|post a comment|reply|be the first to comment|commentaires|laisser un commentaire|ajouter un commentaire|aucun commentaire|commenter)

[comments anywhere 90]
(مراجعة|مراقبة) (التعليقات|تعليقاتكم|المشاركات) قبل (نشرها|النشر)
(الآراء|التعليقات|المقالات) (الواردة|المنشورة) (أدناه|هنا|في الموقع|في هذا الموقع) (لا|ولا) (تعبر|تعكس|تمثل)
لا (تعبر|تعكس|تمثل) بالضرورة (عن|) (رأي|وجهة نظر|سياسة|آراء)

[comments start 45]
(التعليقات|الآراء|المشاركات|الردود) (المنشورة|الواردة) (لا تعبر|لا تعكس|تعبر)
(لن يتم نشر|لن ينشر) (عنوان|بريدك)
يجب (أن تكون مسجل الدخول|عليك تسجيل الدخول|أنت تكون مسجل الدخول)
(شارك|شاركنا) (برأيك|رأيك) في
your email address will not be published
votre adresse e mail ne sera pas publiée

[tags start 40]
(كلمات|الكلمات) (مفتاحية|المفتاحية|دلالية|الدلالية|دليلية|الدليلية)

[tags label 60]
(الوسوم|وسوم|التاجات|تاجات|العلامات|علامات|الأوسمة|كلمات البحث|tags|tag|mots clés|mots clefs|étiquettes|keywords|hashtags)

[footer start 40]
(جميع|كافة|كل) (الحقوق|حقوق النشر|حقوق الطبع|حقوق الملكية) محفوظة
(حقوق النشر|حقوق الطبع|الحقوق) محفوظة
copyright
all rights reserved
tous droits réservés

[footer anywhere 30]
(جميع|كافة|كل) الحقوق محفوظة
all rights reserved
tous droits réservés

[screen-reader-hint start 14]
(تخطى|تخط|تجاوز) (القسم|قسم|البودكاست|الأكثر|اكثر|يستحق|مواضيع|وواصل)
skip (to|past|and continue)
نهاية (القسم|قسم|الأكثر|البودكاست|يستحق|مواضيع|الإطار|المحتوى|youtube|twitter|facebook|instagram)
end of (story|podcast|content|twitter|youtube|facebook|instagram)

[screen-reader-hint anywhere 16]
(و|)واصل القراءة
and continue reading
المحتوى غير متاح

[screen-reader-hint whole]
نهاية

[photo-credit start 14]
(صدر|مصدر) (الصورة|الصور)
التعليق على (الصورة|الفيديو)
(image|photo) (source|credit|caption)
(crédit|crédits|credit) photo

[photo-credit label 14]
(تصوير|عدسة|كاميرا|الصورة|photo|légende|getty images)

[embed-leftover whole]
(شاهد الفيديو|مشاهدة الفيديو|فيديو|تشغيل الفيديو|تشغيل|صورة|صور|كتم الصوت|استمع|استمع للمقال|استماع|إيقاف|ملء الشاشة|الفيديو|تسجيل صوتي|شاهد|xxx)
(play|play video|pause|mute|unmute|fullscreen|video|watch|listen|view this post on instagram|lecture|écouter|regarder la vidéo)
(عرض هذا المنشور على instagram|مشاهدة هذا المنشور على انستغرام)

[embed-leftover start 16]
(متصفحك|المتصفح) لا يدعم
your browser does not support
votre navigateur ne (supporte|prend)
a post shared by
(منشور تمت مشاركته بواسطة|تمت مشاركة منشور بواسطة)
this video (is|cannot)

[source-line label 14]
(المصدر|المصادر|مصدر|مصدر الخبر|نقلا عن|المصدر الأصلي)
(source|sources)
`;
