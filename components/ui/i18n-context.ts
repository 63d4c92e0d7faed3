import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createI18n, type I18n } from '../../utils/i18n.ts';

export const I18nContext = createContext<I18n>(createI18n('ar'));

export function useI18n(): I18n {
  return useContext(I18nContext);
}
