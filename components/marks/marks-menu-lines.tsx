import { useI18n } from '../ui/i18n-context.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import type { Marking } from './marking.ts';

/** What can be done with the article shown, as lines of a menu; none while there is none. */
export function MarksMenuLines({ marking }: { marking: Marking }) {
  const { t } = useI18n();
  const commands = marking.commands.value;
  if (!commands) return null;
  return (
    <>
      <MenuButton icon="highlight" name="menu-marks" onPress={commands.openList}>
        {t('marksTitle')}
      </MenuButton>
      <MenuButton icon="note" name="menu-note" onPress={commands.noteArticle}>
        {t('noteOnArticle')}
      </MenuButton>
      <MenuButton
        icon="hide"
        name="menu-hand"
        pressed={marking.hand.value}
        onPress={commands.toggleHand}
      >
        {t('handMode')}
      </MenuButton>
      <MenuButton icon="turn" name="menu-turn" onPress={commands.turnArticle}>
        {t('turnArticle')}
      </MenuButton>
    </>
  );
}
