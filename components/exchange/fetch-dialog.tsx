import { useEffect, useMemo } from 'preact/hooks';
import type { MessageKey } from '../../utils/i18n.ts';
import type { FetchedTexts, TextOutcome } from '../library/fetch-texts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { createFetching, type FetchStage } from './fetch-state.ts';
import { Stage, Work } from './stage.tsx';

const TROUBLES: Record<Exclude<TextOutcome, 'saved'>, MessageKey> = {
  'no-article': 'fetch_no_article',
  'no-answer': 'fetch_no_answer',
  refused: 'fetch_refused',
  'not-a-page': 'fetch_not_a_page',
  'too-large': 'fetch_too_large',
  gone: 'fetch_gone',
  'not-allowed': 'fetch_not_allowed',
};

const STOPS: Record<NonNullable<FetchedTexts['stopped']>, MessageKey> = {
  cancelled: 'fetch_stopped_cancelled',
  'no-space': 'fetch_stopped_no_space',
  database: 'fetch_stopped_database',
  invalid: 'fetch_stopped_database',
  newer: 'fetch_stopped_newer',
};

/** The texts of kept links: what would happen, how it goes, and what came of it. */
export function FetchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const fetching = useMemo(createFetching, []);
  useEffect(() => () => fetching.cancel(), [fetching]);
  const stage = fetching.stage.value;
  const busy = stage.kind === 'working';
  return (
    <Dialog
      name="fetch"
      title={t('fetch_texts')}
      held={busy}
      onCancel={onClose}
      leave={t(stage.kind === 'ask' ? 'cancel' : 'exchange_close')}
      actions={
        busy ? (
          <Button data-testid="exchange-cancel" onClick={() => fetching.cancel()}>
            {t('cancel')}
          </Button>
        ) : (
          stage.kind === 'ask' && (
            <Button
              look="filled"
              data-testid="dialog-confirm"
              onClick={() => void fetching.start()}
            >
              {t('fetch_texts')}
            </Button>
          )
        )
      }
    >
      <Stage name={stage.kind}>
        <Told stage={stage} />
      </Stage>
    </Dialog>
  );
}

function Told({ stage }: { stage: FetchStage }) {
  const { t } = useI18n();
  switch (stage.kind) {
    case 'ask':
      return (
        <>
          {stage.denied && (
            <p class="refused" role="alert" data-testid="fetch-denied">
              {t('fetch_denied')}
            </p>
          )}
          <p>{t('fetch_what')}</p>
          <p class="aside">{t('fetch_what_partial')}</p>
        </>
      );
    case 'working': {
      const { done, total } = stage;
      return (
        <Work
          label={t('fetch_working')}
          share={total === null ? null : done / total}
          words={total === null ? null : t('fetch_progress', done, total)}
        />
      );
    }
    case 'none':
      return <p data-testid="fetch-none">{t('fetch_none')}</p>;
    default:
      return <Result {...stage} />;
  }
}

/** What was saved, why there is no more, and how many links were left as they are for which reason. */
function Result({ counts, stopped }: FetchStage & { kind: 'done' }) {
  const { t, plural } = useI18n();
  const troubles = [...counts].flatMap(([outcome, count]) =>
    outcome === 'saved' ? [] : [{ outcome, count }],
  );
  return (
    <div class="told" data-testid="fetch-done">
      {stopped !== null && (
        <p class={stopped === 'cancelled' ? undefined : 'refused'} data-testid="fetch-stopped">
          {t(STOPS[stopped])}
        </p>
      )}
      <p data-testid="fetch-saved">{plural('fetch_saved', counts.get('saved') ?? 0)}</p>
      {troubles.length > 0 && (
        <dl class="counts">
          {troubles.map(({ outcome, count }) => (
            <div key={outcome}>
              <dt>{t(TROUBLES[outcome])}</dt>
              <dd data-testid={`fetch-${outcome}`}>{plural('fetch_links', count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
