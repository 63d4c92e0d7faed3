import { useId, useState } from 'preact/hooks';
import { foldWords } from '../../utils/arabic/fold.ts';
import { Text } from '../article/text.tsx';
import { useI18n } from '../ui/i18n-context.ts';

/** Names offered at once. */
const OFFERED = 6;

interface TagComboboxProps {
  known: string[];
  /** Not offered again. */
  taken: string[];
  typed: string;
  onType: (typed: string) => void;
  onChoose: (name: string) => void;
}

/** A field that offers the tags there are; what is typed and is none becomes one. See the ARIA pattern «combobox». */
export function TagCombobox({ known, taken, typed, onType, onChoose }: TagComboboxProps) {
  const { t } = useI18n();
  const id = useId();
  const [closed, setClosed] = useState(false);
  const [at, setAt] = useState(-1);
  const offers = closed ? [] : offersFor(typed, known, taken);
  const open = offers.length > 0;
  const choose = (name: string | undefined): void => {
    const chosen = tagIn(name ?? '');
    if (chosen === null) return;
    onChoose(chosen);
    onType('');
    setAt(-1);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setClosed(false);
      if (open) setAt((at + step + offers.length + (at < 0 && step < 0 ? 1 : 0)) % offers.length);
    } else if (event.key === 'Escape' && open) {
      // The list first, the dialog at the next press.
      setClosed(true);
      setAt(-1);
    } else if (event.key === 'Enter' && (offers[at] ?? typed.trim()) !== '') {
      choose(offers[at] ?? typed);
    } else if ([',', '،'].includes(event.key)) choose(typed);
    else return;
    event.preventDefault();
  };
  return (
    <div class="dialog-field combobox">
      <label for={`${id}-input`}>{t('addTag')}</label>
      <input
        id={`${id}-input`}
        class="input"
        type="text"
        dir="auto"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        maxLength={80}
        data-testid="tag-input"
        value={typed}
        onInput={(event) => {
          onType(event.currentTarget.value);
          setClosed(false);
          setAt(-1);
        }}
        onKeyDown={press}
      />
      {open && (
        <div id={`${id}-list`} class="options" role="listbox" aria-label={t('tags')}>
          {offers.map((name, index) => (
            <div
              key={name}
              id={`${id}-${index}`}
              role="option"
              class="option"
              data-testid="tag-option"
              aria-selected={index === at}
              tabIndex={-1}
              // At the press, and without taking the focus from the field.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(name);
              }}
            >
              <Text>{name}</Text>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** The tag that what was typed makes; null where it makes none. */
export function tagIn(typed: string): string | null {
  const name = typed.replaceAll(/\s+/gu, ' ').trim();
  return foldWords(name) === '' ? null : name;
}

/** Those that begin as typed, then those that hold it; without anything typed the most used. */
function offersFor(typed: string, known: readonly string[], taken: readonly string[]): string[] {
  const wanted = foldWords(typed);
  const gone = new Set(taken.map(foldWords));
  const free = known
    .map((name) => ({ name, folded: foldWords(name) }))
    .filter(({ folded }) => !gone.has(folded));
  const begins = free.filter(({ folded }) => folded.startsWith(wanted));
  const holds = free.filter(({ folded }) => !folded.startsWith(wanted) && folded.includes(wanted));
  return [...begins, ...holds].slice(0, OFFERED).map(({ name }) => name);
}
