/** What people who write for newspapers are, folded; what tells of one («كاتب وصحفي يمني …») begins so. */
const PROFESSION =
  /^(?:(?:كاتب|صحفي|صحافي|اعلامي|باحث|اكاديمي|استاذ|محلل|خبير|روائي|شاعر|مدون)ه?(?: |$)|(?:محرر|مراسل)ه? (?:صحا?في|في |لدي |اخبار)|(?:مؤلف|ناشر)ه? و)/;

/** Whether folded words tell what somebody is. */
export function tellsProfession(words: string): boolean {
  return PROFESSION.test(words);
}
