import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '../../utils/exchange/out/formats.ts';
import type { Desk } from '../library/desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { createExporting, type Exporting, type ExportStage } from './export-state.ts';
import { ExportScope, scopesOf, type Scope } from './export-scope.tsx';
import { Picks } from './picks.tsx';
import { Stage, Work } from './stage.tsx';
import { EXPORT_FAILURES, FORMATS } from './words.ts';

interface ExportDialogProps {
  desk: Desk;
  chosen: string[] | null;
  backUpNow: boolean;
  onClose: () => void;
}

/** What to export and as what; then the work; then the file. */
export function ExportDialog({ desk, chosen, backUpNow, onClose }: ExportDialogProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const exporting = useMemo(() => createExporting(i18n), []);
  const [format, setFormat] = useState<ExportFormat>('backup');
  const [scope, setScope] = useState<Scope>(chosen ? 'chosen' : 'all');
  useEffect(() => () => exporting.cancel(), [exporting]);
  useEffect(() => {
    if (backUpNow) void exporting.start('backup', () => Promise.resolve(null));
  }, [exporting, backUpNow]);
  const stage = exporting.stage.value;
  const scopes = scopesOf(desk, i18n, chosen, format);
  const empty = scopes.find(({ value }) => value === scope)?.count === 0;
  const start = (): void =>
    void exporting.start(format, scopes.find(({ value }) => value === scope)!.ids);
  return (
    <Dialog
      name="export"
      title={t(backUpNow ? 'export_backup_title' : 'export_dialog')}
      held={stage.kind === 'working'}
      leave={t(stage.kind === 'choose' ? 'cancel' : 'exchange_close')}
      onCancel={onClose}
      actions={<Actions stage={stage} exporting={exporting} empty={empty} onStart={start} />}
    >
      <Stage name={stage.kind}>
        {stage.kind === 'choose' && !backUpNow && (
          <>
            <ExportScope scopes={scopes} scope={scope} onScope={setScope} />
            <Picks
              legend={t('export_as')}
              name="export-format"
              value={format}
              onPick={setFormat}
              picks={EXPORT_FORMATS.map((value) => ({
                value,
                label: t(FORMATS[value][0]),
                hint: t(FORMATS[value][1]),
              }))}
            />
          </>
        )}
        <Told stage={stage} empty={empty} />
      </Stage>
    </Dialog>
  );
}

/** How it goes and how it ended, in a sentence. */
function Told({ stage, empty }: { stage: ExportStage; empty: boolean }) {
  const { t, plural } = useI18n();
  if (stage.kind === 'working') {
    const { done, total } = stage;
    const share = total ? done / total : null;
    const words = total ? t('exchange_progress', done, total) : null;
    return <Work label={t('export_working')} share={share} words={words} />;
  }
  if (stage.kind === 'done') {
    return (
      <div data-testid="export-done">
        <p>
          {t('export_done')}{' '}
          <bdi dir="ltr" class="file-name">
            {stage.name}
          </bdi>
        </p>
        {stage.hidden > 0 && <p class="aside">{plural('hiddenLeftOut', stage.hidden)}</p>}
      </div>
    );
  }
  if (stage.kind === 'failed') {
    return <p data-testid="export-failed">{t(EXPORT_FAILURES[stage.reason])}</p>;
  }
  return empty || stage.nothing ? <p class="aside">{t('export_nothing')}</p> : null;
}

interface ActionsProps {
  stage: ExportStage;
  exporting: Exporting;
  empty: boolean;
  onStart: () => void;
}

function Actions({ stage, exporting, empty, onStart }: ActionsProps) {
  const { t } = useI18n();
  if (stage.kind === 'working') {
    return (
      <Button data-testid="exchange-cancel" onClick={() => exporting.cancel()}>
        {t('cancel')}
      </Button>
    );
  }
  return (
    <>
      {stage.kind === 'done' && <SaveFile href={stage.href} name={stage.name} />}
      {stage.kind === 'choose' && (
        <Button look="filled" data-testid="dialog-confirm" disabled={empty} onClick={onStart}>
          {t('export')}
        </Button>
      )}
    </>
  );
}

/** Handed to the browser at once; the link stays for whom it did not reach. */
function SaveFile({ href, name }: { href: string; name: string }) {
  const { t } = useI18n();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.click(), []);
  return (
    <a class="button filled" href={href} download={name} ref={link} data-testid="save-file">
      {t('export_save')}
    </a>
  );
}
