import { useEffect, useRef } from 'preact/hooks';
import { useCommand } from '../keys/commands.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import { followLines } from './follow-lines.ts';
import { guideIsOn, switchGuide } from './guide-state.ts';

/** Dims all but a few lines of the article it stands after. Only to be seen. */
export function LineGuide() {
  return guideIsOn.value ? <Cover /> : null;
}

function Cover() {
  const cover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!cover.current) return undefined;
    return followLines({
      page: document,
      cover: cover.current,
      body: () => document.querySelector('[data-testid="article-body"]'),
      top: () => document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0,
    });
  }, []);
  return <div ref={cover} class="line-guide" aria-hidden="true" data-testid="line-guide" />;
}

/** Switches it, as a line of a menu. */
export function GuideLine() {
  const { t } = useI18n();
  useCommand('guide', switchGuide);
  return (
    <MenuButton icon="guide" name="menu-guide" pressed={guideIsOn.value} onPress={switchGuide}>
      {t('lineGuide')}
    </MenuButton>
  );
}
