/** News agencies as Arabic pages sign their texts, folded; «وكالة أنباء كذا», «وكالة كذا للأنباء» whichever it is. */
const AGENCY =
  /^(?:رويترز|reuters|ا ?ف ب|فرانس بري?س|الصحافه الفرنسيه|و ص ف|afp|agence france presse|ا ب|(?:ال)?اسوشيي?تد بر?س|associated press|د ب ا|dpa|(?:ال)?وكالات(?: الانباء)?|agenc[ei]e?s|الاناضول|anadolu|شينخوا|xinhua|سبوتنيك|sputnik|نوفوستي|tass|بلومبي?ر[غج]|bloomberg|ا ش ا|وا[سمع]|kuna|كونا|قنا|qna|سانا|بترا|وفا|wafa|nna|سبا|و م ع|ارنا|تسنيم|قدس برس|(?:ال)?وكاله(?: \S+){0,5})$/;
/** Short names that are words too: an agency's only beside a place («غزة - صفا»). */
const SHORT = /^(?:بنا|وات|واج|ومع|وال|صفا|معا|فارس|مهر|تاس|الفرنسيه|الالمانيه)$/;

/** True if a text, as `foldWords` gives it, is the name of an agency and nothing more. */
export function isAgency(words: string, besidePlace = false): boolean {
  return AGENCY.test(words) || (besidePlace && SHORT.test(words));
}
