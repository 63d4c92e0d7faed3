/** The systems whose way to an Arabic voice we can tell. */
export type System = 'windows' | 'macos' | 'linux' | 'android' | 'chromeos' | 'other';

/** What a browser says of what it runs on; Firefox has no `userAgentData`. */
export interface Told {
  userAgentData?: { platform?: string };
  platform?: string;
  userAgent?: string;
}

export function systemOf({ userAgentData, platform = '', userAgent = '' }: Told): System {
  const told = userAgentData?.platform || platform;
  // Firefox for Android calls its platform «Linux aarch64».
  if (/android/i.test(told) || /android/i.test(userAgent)) return 'android';
  if (/^win/i.test(told)) return 'windows';
  if (/^(?:iphone|ipad|ipod|ios)/i.test(told)) return 'other';
  if (/^mac/i.test(told)) return 'macos';
  if (/^(?:chrome ?os|cros|chromium ?os)/i.test(told) || /cros/i.test(userAgent)) return 'chromeos';
  return /linux|bsd|x11/i.test(told) ? 'linux' : 'other';
}
