/**
 * The given names most common from Morocco to Yemen, folded: what tells «محمد الخطيب» from «المشهد
 * الاقتصادي» where no label says that a line is a name. Names that are also everyday words of
 * headlines and sections (سلام، أمل، وطن) are left out.
 */
const GIVEN = new Set(
  `
ابتسام ابتهال ابراهيم ابوبكر احمد احمدي ادريس ادم ادهم اروي اسامه اسراء اسعد اسلمو اسماء اسماعيل
اشرف افنان اكرم الاء البشير الحسن الحسين الطاهر الطيب المختار المصطفي المعطي المهدي الهادي الياس
امجد امنه امير امين انس انطوان انور اياد ايلي ايمان ايمن ايناس ايهاب ايوب باسل باسم بثينه بدر
بدريه براء بسام بسمه بشار بشير بطرس بلال بلقاسم بندر بهاء بهيه بولس بومدين بيار تامر تركي تغريد
تماضر تهاني توفيق ثامر ثريا جابر جاسم جبران جعفر جلال جلول جمال جميل جهاد جواد جورج جوزيف جيلالي
حاتم حازم حامد حبيب حسام حسان حسن حسني حسيب حسين حصه حفصه حفيظ حكيم حليم حمد حمدان حمدي حمزه
حمود حميد حنان حيدر خالد خديجه خلفان خليل خيري داود درويش دلال دينا ذياب رؤوف رائد رابح راشد
راغب راكان رامز رامي رانيا رباب رحاب رزان رشا رشاد رشدي رشيد رضا رضوان رضوي رغد رقيه رمزي رنا
رندا رهف روان رولا رياض ريم ريما ريهام زبيده زكريا زكرياء زهير زياد زيد زينب ساره سالم سامح سامر
سامي سطام سعاد سعد سعدون سعديه سعود سعيد سلمان سلمي سلوي سليم سليمان سماح سمر سمير سميه سناء
سهام سهي سهير سوزان سوسن شادي شاكر شذي شربل شريف شكيب شهيره شوقي شيرين شيماء صابر صادق صالح صبحي
صبري صفوت صفيه صلاح صهيب ضاري ضحي ضياء طارق طانيوس طاهر طحنون طلال طلعت طه عائشه عادل عاطف عامر
عباس عبدو عبله عبود عبير عثمان عدنان عدي عزالدين عزت عزيز عصام عفاف عقيل علاء علي علياء عماد
عمار عمر عمرو عيسي عيضه غاده غازي غانم غدير غسان فؤاد فاتن فادي فاروق فاطمه فايز فتحي فدوي فراس
فريال فريد فهد فهمي فواد فوزي فيصل قاسم قايد قدور قصي قيس كاظم كرار كريم كمال كوثر لؤي لبني لجين
لخضر لطفي لطيفه لمياء لميس لولوه ليلي لينا مؤيد ماجد مارون مازن مالك ماهر متعب مثني مجدي محسن
محمد محمدن محمود مختار مدحت مراد مرام مروان مروه مريم مسالم مشاري مشاعل مشعل مصطفي مصعب معاذ
معتز معن مقداد ممدوح منال منذر منصف منصور مني منير منيف مها مهدي مهند موسي موضي مي ميار ميساء
ميسون ميشال ميشيل ناجي نادر نادين ناديه ناصر ناهد نايف نبيل نجلاء نجوي نجيب ندي نديم نرمين نزار
نزيه نسرين نسيب نسيمه نصر نصيره نضال نعيم نقولا نهي نواف نوال نور نورا نورالدين نوري نوف هاجر
هادي هارون هاشم هاله هاني هبه هدي هزاع هشام هناء هند هويدا هيثم هيفاء هيكل وائل وجدان وجدي وداد
وديع وسام وضاح وفاء وليد وهيب ياسر ياسمين ياسين يحيي يزن يزيد يسرا يعقوب يوسف يونس
`
    .trim()
    .split(/\s+/),
);

/** Women's names add a ه to many of them. */
function isGiven(word: string): boolean {
  return GIVEN.has(word) || (word.endsWith('ه') && GIVEN.has(word.slice(0, -1)));
}

/** Parts that only names hold: Abd al-, Abu, Ibn, bin, bint, Ould, Aït. */
const PARTICLE =
  /(?:^| )(?:عبد(?:ال\S+)?|ابو|بن|ابن|ايت) | (?:بنت|ولد|بو(?!اسط)\S{3,}|ا?لدين|الله|الرحمن)(?: |$)/;
const TITLES =
  /^(?:(?:د|ا|م|(?:ال)?دكتوره?|المهندسه?|الاستاذه?|الشيخ|المحاميه?|اللواء|العميد|dr|mr) )+/;

/** Without the titles before it (أ. د.، الأستاذ). `words` as `foldWords` gives it. */
export function withoutTitle(words: string): string {
  return words.replace(TITLES, '');
}

/** True if a text's first word is a given name, or it has a particle or title that only names have. `words` as `foldWords` gives it. */
export function holdsGivenName(words: string): boolean {
  const bare = withoutTitle(words);
  const [first = '', second] = bare.split(' ', 2);
  return second !== undefined && (bare !== words || isGiven(first) || PARTICLE.test(bare));
}

/** True if a name may begin with a text's first word: a given name, a title, or what such a name begins with («عبد الله»). `words` as `foldWords` gives it. */
export function beginsName(words: string): boolean {
  const [first = ''] = words.split(' ', 1);
  return withoutTitle(words) !== words || isGiven(first) || PARTICLE.test(`${first} `);
}
