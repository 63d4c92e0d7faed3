/**
 * The given names most common from Morocco to Yemen, folded: what tells «محمد الخطيب» from «المشهد
 * الاقتصادي» where no label says that a line is a name. Names that are also everyday words of
 * headlines and sections (سلام، أمل، وطن) are left out.
 */
const GIVEN =
  /^(?:محم(?:ود|د)|ا?حمدي?|حامد|حميد|علي|علاء|حس(?:ا|ي)?ن|حسني|حسام|محسن|عمرو?|عامر|عمار|عماد|عثمان|عدنان|ابراهيم|اسماعيل|يوسف|يونس|ياسر|ياسين|يحيي|موسي|عيسي|مصطفي|خالد|خليل|سع[اي]?د|مسالم|سليم|سليمان|سلمان|سامي|سامر|سامح|سمير|سعاد|سلمي|سناء|سهير|سهام|وليد|وائل|وسام|طارق|طاهر|طلال|طه|ماجد|مجدي|ماهر|مازن|مالك|مروان|منصور|منير|مهند|مهدي|مراد|مختار|معاذ|معتز|فهد|فيصل|فادي|ف[ؤو]اد|فاروق|فتحي|فراس|فوزي|فريد|قاسم|قيس|كمال|كريم|كاظم|عادل|عاطف|عصام|عزت|عزيز|عباس|عبير|غازي|غسان|غاده|هاشم|هاني|هادي|هشام|هيثم|هاله|هدي|هناء|هند|هبه|زهير|زياد|زينب|زكريا|بدر|باسل|بسام|باسم|بشار|بشير|بلال|تامر|توفيق|جابر|جاسم|جعفر|جلال|جمال|جميل|جهاد|جواد|جورج|حاتم|حازم|حبيب|حنان|حمزه|حيدر|داود|راشد|رشيد|رشاد|رشا|رامي|رائد|رضا|رياض|رانيا|رنا|ريم|شادي|شريف|شيماء|صابر|صالح|صلاح|صبري|ضياء|ناصر|نادر|نصر|نبيل|نايف|نجيب|نزار|نضال|نعيم|نور|نوال|ناديه|نادين|ندي|نهي|ايهاب|ايمان|ايمن|ادريس|ادم|اسامه|اسعد|اسماء|اشرف|اكرم|امجد|امين|امير|انس|انور|الياس|فاطمه|عائشه|خديجه|مريم|دينا|لطفي|ليلي|لينا|مني|منال|مها|مي|وفاء|ياسمين|ساره|سلوي|لبني|لمياء|نسرين|شيرين|يعقوب|شوقي|صادق|تركي|ال(?:حسن|حسين|طيب|هادي|مهدي|مختار|بشير))ه?$/;
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
  return second !== undefined && (bare !== words || GIVEN.test(first) || PARTICLE.test(bare));
}

/** True if a name may begin with a text's first word: a given name, a title, or what such a name begins with («عبد الله»). `words` as `foldWords` gives it. */
export function beginsName(words: string): boolean {
  const [first = ''] = words.split(' ', 1);
  return withoutTitle(words) !== words || GIVEN.test(first) || PARTICLE.test(`${first} `);
}
