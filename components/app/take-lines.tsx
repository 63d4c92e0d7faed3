import type { ComponentChildren } from 'preact';
import type { Command } from '../../utils/keys.ts';
import { exportWords } from '../../utils/exchange/out/words.ts';
import { useCommand } from '../keys/commands.ts';
import { useI18n } from '../ui/i18n-context.ts';
import type { IconName } from '../ui/icon.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { plain } from '../ui/plain.ts';
import type { Toasts } from '../ui/toasts.tsx';
import { copyShown, type CopyForm } from './copy-shown.ts';
import { originalOf, type ArticleSubject } from './subject.ts';

interface TakeLinesProps {
  subject: ArticleSubject;
  isPrivate: boolean;
  toasts: Toasts;
  onPrint: () => void;
}

const COPIES = [
  { form: 'text', command: 'copy', label: 'copyText', icon: 'copy' },
  { form: 'quotation', command: 'copyQuotation', label: 'copyQuotation', icon: 'quote' },
  { form: 'markdown', command: 'copyMarkdown', label: 'copyMarkdown', icon: 'markdown' },
] as const satisfies { form: CopyForm; command: Command; label: string; icon: IconName }[];

/** What can be taken along of the article shown, as lines of a menu. */
export function TakeLines({ subject, isPrivate, toasts, onPrint }: TakeLinesProps) {
  const i18n = useI18n();
  const { t, plural } = i18n;
  const copy = (form: CopyForm): void => {
    copyShown(form, { subject, isPrivate, words: exportWords(i18n) }).then(
      (hidden) => {
        const more = hidden > 0 ? [plural('hiddenLeftOut', hidden)] : [];
        toasts.show({ text: [t('copied'), ...more].join(' ') });
      },
      (error: unknown) => {
        console.error(error);
        toasts.show({ text: t('copyFailed') });
      },
    );
  };
  return (
    <>
      {COPIES.map(({ form, command, label, icon }) => (
        <CommandLine key={form} command={command} icon={icon} run={() => copy(form)}>
          {t(label)}
        </CommandLine>
      ))}
      <CommandLine command="print" icon="print" run={onPrint}>
        {t('print')}
      </CommandLine>
      <ShareLine subject={subject} toasts={toasts} />
    </>
  );
}

interface CommandLineProps {
  command: Command;
  icon: IconName;
  run: () => void;
  children: ComponentChildren;
}

function CommandLine({ command, icon, run, children }: CommandLineProps) {
  useCommand(command, run);
  return (
    <MenuButton icon={icon} name={`menu-${command}`} onPress={run}>
      {children}
    </MenuButton>
  );
}

/** Where the system has a way to share; not on every desktop. */
function ShareLine({ subject, toasts }: Pick<TakeLinesProps, 'subject' | 'toasts'>) {
  const { t } = useI18n();
  const url = originalOf(subject);
  if (!('share' in navigator) || url === null) return null;
  const run = (): void => {
    const title = plain(subject.item?.corrected.title) ?? plain(subject.article.title) ?? '';
    navigator.share({ title, url }).catch((error: unknown) => {
      // The reader closed it again.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      console.error(error);
      toasts.show({ text: t('shareFailed') });
    });
  };
  return (
    <MenuButton icon="share" name="menu-share" onPress={run}>
      {t('share')}
    </MenuButton>
  );
}
