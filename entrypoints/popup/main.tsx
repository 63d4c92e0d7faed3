import { PopupScreen } from '../../components/app/popup-screen.tsx';
import { mount } from '../../components/app/shell.tsx';

mount(PopupScreen);
