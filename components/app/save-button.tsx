import { useCommand } from '../keys/commands.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { Saving } from './saving.ts';
import type { ArticleSubject } from './subject.ts';

/** «حفظ», then «محفوظة»; pressed again it updates what is saved. */
export function SaveButton({ subject, saving }: { subject: ArticleSubject; saving: Saving }) {
  const { t } = useI18n();
  const saved = subject.item !== null;
  useCommand('save', () => void saving.save());
  return (
    <Button
      look={saved ? 'outlined' : 'filled'}
      icon={saved ? 'check' : 'bookmark'}
      extraClass={saved ? 'save kept' : 'save'}
      data-testid="save-button"
      aria-busy={saving.busy.value}
      title={saved ? t('savedHint') : undefined}
      onClick={() => void saving.save()}
    >
      {saved ? <span data-testid="saved-state">{t('saved')}</span> : <span>{t('save')}</span>}
    </Button>
  );
}

/** The same sign where there is nothing to update: the article comes from the library. */
export function SavedSign() {
  const { t } = useI18n();
  return (
    <span class="button save kept">
      <Icon name="check" />
      <span data-testid="saved-state">{t('saved')}</span>
    </span>
  );
}
