import { useI18n } from '../ui/i18n-context.ts';

/** Where the article is from: on paper, where no link leads there. */
export function SourceLine({ address }: { address: string }) {
  const { t } = useI18n();
  return (
    <p class="print-only source small" data-testid="source-line">
      {t('export_source')} <bdi dir="ltr">{readable(address)}</bdi>
    </p>
  );
}

/** Arabic words of an address as words: %D8%A3 is nothing to be typed from a sheet. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    // Signs that are no UTF-8 stay as they are written.
    return address;
  }
}
