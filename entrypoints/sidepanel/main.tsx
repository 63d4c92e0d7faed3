import { PanelScreen } from '../../components/app/panel-screen.tsx';
import { mount } from '../../components/app/shell.tsx';

mount(PanelScreen);
