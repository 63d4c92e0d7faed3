import type { Signal } from '@preact/signals';
import { useI18n } from '../ui/i18n-context.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import type { Exchanging } from './exchanging.ts';

/** The library's ways in and out, and the texts of its links, as lines of its menu. */
export function ExchangeLines({ exchanging }: { exchanging: Signal<Exchanging | null> }) {
  const { t } = useI18n();
  return (
    <>
      <MenuButton
        icon="import"
        name="menu-import"
        onPress={() => (exchanging.value = { kind: 'import' })}
      >
        {t('import')}
      </MenuButton>
      <MenuButton
        icon="export"
        name="menu-export"
        onPress={() => (exchanging.value = { kind: 'export', chosen: null, backUpNow: false })}
      >
        {t('export')}
      </MenuButton>
      <MenuButton
        icon="page"
        name="menu-fetch"
        onPress={() => (exchanging.value = { kind: 'fetch' })}
      >
        {t('fetch_texts')}
      </MenuButton>
      <MenuButton
        icon="storage"
        name="menu-storage"
        onPress={() => (exchanging.value = { kind: 'storage' })}
      >
        {t('storage')}
      </MenuButton>
    </>
  );
}
