import { useEffect, useState } from 'preact/hooks';
import { keepOtherPictures, keepsOtherPictures } from '../../utils/hosts.ts';
import { useI18n } from '../ui/i18n-context.ts';

/** Whether pictures that lie on other hosts than their page are kept too. */
export function OtherPictures() {
  const { t } = useI18n();
  const [isOn, setIsOn] = useState<boolean | null>(null);
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    // What was pressed meanwhile stands.
    keepsOtherPictures().then((answer) => setIsOn((now) => now ?? answer), console.error);
  }, []);
  const turn = (on: boolean): void => {
    const turned = keepOtherPictures(on);
    // As the box shows it by now, so that a refusal turns it back.
    setIsOn(on);
    setDenied(false);
    turned.then(
      (answer) => {
        setIsOn(answer);
        setDenied(on && !answer);
      },
      (error: unknown) => {
        console.error(error);
        keepsOtherPictures().then(setIsOn, console.error);
      },
    );
  };
  return (
    <>
      <label class="pick">
        <input
          type="checkbox"
          checked={isOn === true}
          data-testid="other-pictures"
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <span class="pick-name">{t('fetch_pictures')}</span>
        <span class="aside">{t('fetch_pictures_hint')}</span>
      </label>
      <div role="status">
        {denied && (
          <p class="refused" data-testid="other-pictures-denied">
            {t('fetch_pictures_denied')}
          </p>
        )}
      </div>
    </>
  );
}
