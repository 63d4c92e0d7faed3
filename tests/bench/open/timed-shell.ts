import { mount as mountScreen } from '../../../components/app/shell.tsx';
import { markShown } from './mark-shown.ts';

/** As the popup mounts its screen, with a mark at the frame that shows the text. */
export const mount: typeof mountScreen = (Screen) => {
  markShown();
  mountScreen(Screen);
};
