import { getAttribute } from './dom.ts';

/**
 * Hosts of video, audio and social posts that pages embed, with the word a link to them carries.
 * The only public host names in the pipeline besides news agencies; never a publisher's.
 */
const PLATFORMS: readonly [host: string, name: string][] = [
  ['youtube.com', 'YouTube'],
  ['youtube-nocookie.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
  ['dailymotion.com', 'Dailymotion'],
  ['facebook.com', 'Facebook'],
  ['twitter.com', 'X'],
  ['x.com', 'X'],
  ['instagram.com', 'Instagram'],
  ['tiktok.com', 'TikTok'],
  ['soundcloud.com', 'SoundCloud'],
  ['spotify.com', 'Spotify'],
  ['telegram.org', 'Telegram'],
  ['t.me', 'Telegram'],
  ['whatsapp.com', 'WhatsApp'],
  ['twitch.tv', 'Twitch'],
  ['ted.com', 'TED'],
  ['archive.org', 'Internet Archive'],
  ['google.com/maps', 'Google Maps'],
  ['datawrapper.dwcdn.net', 'Datawrapper'],
  ['flourish.studio', 'Flourish'],
  ['infogram.com', 'Infogram'],
];

/** The name of the platform an absolute address belongs to, or null. */
export function platformOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  const place = hostname.replace(/^www\./, '');
  for (const [host, name] of PLATFORMS) {
    const [domain = '', path] = host.split('/');
    if (place !== domain && !place.endsWith(`.${domain}`)) continue;
    if (!path || pathname.startsWith(`/${path}`)) return name;
  }
  return null;
}

/** Where the components of AMP find what they embed: name of the attribute, and what its value is put after. */
const AMP: readonly [attribute: string, address: string][] = [
  ['data-href', ''],
  ['data-videoid', 'https://www.youtube.com/watch?v='],
  ['data-tweetid', 'https://twitter.com/i/status/'],
  ['data-shortcode', 'https://www.instagram.com/p/'],
];

/** The address of what an AMP component embeds, or null. */
export function ampAddress(component: Element): string | null {
  for (const [name, address] of AMP) {
    const value = getAttribute(component, name);
    if (value) return address + value;
  }
  return null;
}
