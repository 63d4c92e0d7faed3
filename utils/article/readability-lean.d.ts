/** Readability without the methods that nothing here calls: see `utils/build/lean-readability.ts`. */
declare module '@mozilla/readability/Readability.js?lean' {
  import { Readability } from '@mozilla/readability';

  export default Readability;
}
