/** Datelines: capitals, large cities, countries, a few of their regions, and parts of a land («شمال سيناء») or towns named for a family («بني ملال»), that stand beside a reporter's name («القاهرة - فلان»), folded. */
const PLACE =
  /^(?:(?:شمال|جنوب|شرق|غرب|ريف|بني|ود) \S+|القاهره|الاسكندريه|مصر|الرياض|جده|مكه|السعوديه|دبي|ابو ?ظبي|الشارقه|الامارات|الدوحه|قطر|الكويت|المنامه|مسقط|عمان|صنعاء|عدن|تعز|مارب|شبوه|حضرموت|اليمن|بغداد|البصره|الموصل|كركوك|النجف|اربيل|العراق|دمشق|حلب|حمص|سوري[اه]|بيروت|طرابلس|لبنان|الاردن|القدس|رام الله|غزه|نابلس|غازي عنتاب|فلسطين|الخرطوم|السودان|بنغازي|ليبيا|تونس|الجزائر|وهران|الرباط|الدار البيضاء|مراكش|طنجه|المغرب|نواكشوط|اسطنبول|انقره|طهران|موسكو|لندن|باريس|برلين|واشنطن|نيويورك|عواصم|london|paris|washington|dubai|cairo|beirut)(?: المحتله)?$/;

/** True if a text, as `foldWords` gives it, is the name of a place and nothing more. */
export function isPlace(words: string): boolean {
  return PLACE.test(words);
}
