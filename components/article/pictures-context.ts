import { createContext } from 'preact';
import { DEFAULT_LOOK, type PictureSetting } from '../../utils/look.ts';

/** Whether the reader likes an article's pictures shown, shown on a press, or not at all. */
export const PicturesContext = createContext<PictureSetting>(DEFAULT_LOOK.pictures);
