// @vitest-environment node
import { expect, test } from 'vitest';
import { asListeningSettings, USUAL } from '../../../utils/listening/settings.ts';
import { systemOf } from '../../../utils/system.ts';
import {
  chooseVoice,
  isUntold,
  primaryLanguage,
  rolesFor,
  voiceKey,
  voicesFor,
  type Voice,
} from '../../../utils/listening/voices.ts';

const voice = (name: string, lang: string, local: boolean, more: Partial<Voice> = {}): Voice => ({
  name,
  lang,
  voiceURI: name,
  localService: local,
  default: false,
  ...more,
});
const naayf = voice('Naayf', 'ar-SA', true);
const hoda = voice('Hoda', 'ar-EG', true);
const shakir = voice('Shakir Online', 'ar-EG', false);
const zira = voice('Zira', 'en-US', true, { default: true });
const hortense = voice('Hortense', 'fr-FR', true);
const google = voice('Google US English', 'en-US', false);

const roles = rolesFor('ar', ['ar-EG', 'fr-FR', 'en-US']);
const nothing = { voices: {}, agreed: [] };

test('an Arabic voice of this device speaks, of the nearest region first', () => {
  expect(chooseVoice([zira, shakir, naayf, hoda], roles.arabic, nothing)).toBe(naayf);
  expect(chooseVoice([zira, shakir, naayf, hoda], roles.arabic, nothing, ['ar-EG'])).toBe(hoda);
});

test('a network voice is never chosen by itself, not even as the only one or the default', () => {
  const pushed = { ...shakir, default: true };
  expect(chooseVoice([pushed, zira], roles.arabic, nothing, ['ar-EG'])).toBeNull();
  expect(
    chooseVoice([pushed], roles.arabic, { voices: { ar: voiceKey(pushed) }, agreed: [] }),
  ).toBeNull();
  // What a browser does not call local is not.
  const unknown = { ...naayf, localService: undefined };
  expect(chooseVoice([unknown], roles.arabic, nothing)).toBeNull();
});

test('one that was agreed to speaks where nothing else does, or where it is chosen', () => {
  const agreed = [voiceKey(shakir)];
  expect(chooseVoice([zira, shakir], roles.arabic, { voices: {}, agreed })).toBe(shakir);
  expect(chooseVoice([naayf, shakir], roles.arabic, { voices: {}, agreed })).toBe(naayf);
  const voices = { ar: voiceKey(shakir) };
  expect(chooseVoice([naayf, shakir], roles.arabic, { voices, agreed })).toBe(shakir);
  // The same name in another language is another voice.
  const namesake = { ...shakir, lang: 'ar-LB' };
  expect(chooseVoice([namesake], roles.arabic, { voices, agreed })).toBeNull();
});

test('no voice at all, and none of the language', () => {
  expect(chooseVoice([], roles.arabic, nothing)).toBeNull();
  expect(chooseVoice([zira, hortense], roles.arabic, nothing)).toBeNull();
});

test('Latin words are said in the first such language of the browser that has a voice, then in English', () => {
  expect(roles.latin).toEqual({ name: 'latin', languages: ['fr', 'en'] });
  expect(chooseVoice([zira, hortense], roles.latin, nothing)).toBe(hortense);
  expect(chooseVoice([zira, google], roles.latin, nothing)).toBe(zira);
  expect(chooseVoice([google], roles.latin, nothing)).toBeNull();
  expect(rolesFor('ar', ['ar']).latin.languages).toEqual(['en']);
});

test('an article in another language is read by a voice of that', () => {
  expect(rolesFor('fr-MA', ['ar', 'en']).latin).toEqual({ name: 'fr', languages: ['fr'] });
  expect(rolesFor('fa', ['ar', 'en']).arabic).toEqual({ name: 'fa', languages: ['fa'] });
  expect(rolesFor(null, []).arabic).toEqual({ name: 'ar', languages: ['ar'] });
  expect(rolesFor('\u0000<b>', ['en']).latin.languages).toEqual(['en']);
});

test('languages are known by whatever name a system gives them', () => {
  const names = ['ar-EG', 'ar_SA', 'ara-XX-SMTf00', 'AR', 'ar'];
  expect(names.map(primaryLanguage)).toEqual(['ar', 'ar', 'ar', 'ar', 'ar']);
  expect(chooseVoice([voice('Samsung', 'ara-XX', true)], roles.arabic, nothing)?.name).toBe(
    'Samsung',
  );
});

test('the lists keep the voices of the network apart', () => {
  const { local, network } = voicesFor([shakir, zira, naayf, hortense, hoda], roles.arabic);
  expect(local).toEqual([naayf, hoda]);
  expect(network).toEqual([shakir]);
});

test('of a voice in a hundred disguises the plain one is offered, and speaks', () => {
  const robot = voice('Arabic+Robosoft3 espeak-ng', 'ar', true);
  const plain = voice('Arabic espeak-ng', 'ar', true);
  expect(chooseVoice([robot, plain], roles.arabic, nothing)).toBe(plain);
  expect(voicesFor([robot, plain], roles.arabic).local).toEqual([plain]);
  expect(voicesFor([robot], roles.arabic).local).toEqual([robot]);
});

test('a voice of this system that the browser does not call local is not used by itself, and is known', () => {
  const urn = 'urn:moz-tts:speechd:Arabic?ar';
  const espeak = voice('Arabic', 'ar', false, { voiceURI: urn });
  expect(chooseVoice([espeak], roles.arabic, nothing)).toBeNull();
  expect([espeak, shakir, naayf].map(isUntold)).toEqual([true, false, false]);
});

test('what is kept is read field by field', () => {
  expect(asListeningSettings({ speed: 1.5, voices: { ar: 'a' }, agreed: ['b'] })).toEqual({
    speed: 1.5,
    voices: { ar: 'a' },
    agreed: ['b'],
  });
  expect(asListeningSettings({ speed: '2', voices: ['x'], agreed: 'b' })).toEqual(USUAL);
  expect(
    asListeningSettings({ speed: 3, voices: { ar: 1, latin: 'c' }, agreed: [true, 'b'] }),
  ).toEqual({ speed: 1, voices: { latin: 'c' }, agreed: ['b'] });
});

test('the system is known in each browser', () => {
  expect(systemOf({ userAgentData: { platform: 'Windows' } })).toBe('windows');
  expect(systemOf({ platform: 'Win32' })).toBe('windows');
  expect(systemOf({ userAgentData: { platform: 'macOS' } })).toBe('macos');
  expect(systemOf({ platform: 'MacIntel' })).toBe('macos');
  expect(systemOf({ platform: 'Linux x86_64', userAgent: 'X11; Linux x86_64' })).toBe('linux');
  expect(systemOf({ platform: 'Linux aarch64', userAgent: 'Android 15; Mobile' })).toBe('android');
  expect(systemOf({ userAgentData: { platform: 'Android' }, platform: 'Linux armv8' })).toBe(
    'android',
  );
  expect(systemOf({ userAgentData: { platform: 'Chrome OS' } })).toBe('chromeos');
  expect(systemOf({ platform: 'iPhone' })).toBe('other');
  expect(systemOf({})).toBe('other');
});
