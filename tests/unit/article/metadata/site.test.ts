import { describe, expect, it } from 'vitest';
import { partCredit } from '../../../../utils/article/metadata/lead-image.ts';
import { jsonLd, meta, read, TITLE } from './page.ts';

const site = (page: Parameters<typeof read>[0]) => read(page).metadata.siteName;

describe('site', () => {
  it('as stated, in Arabic where one of its names is', () => {
    expect(site({ head: meta('og:site_name', 'الميناء') })).toBe('الميناء');
    const head =
      meta('og:site_name', 'Al Minaa') +
      jsonLd({ '@type': 'NewsArticle', publisher: { '@type': 'Organization', name: 'الميناء' } });
    expect(site({ head })).toBe('الميناء');
  });

  it('from the title', () => {
    expect(site({ head: `<title>${TITLE} | الميناء</title>` })).toBe('الميناء');
    expect(site({ head: `<title>الميناء :: ${TITLE}</title>` })).toBe('الميناء');
  });

  it('from the title before a colon, and not from «latest news» behind it', () => {
    expect(site({ head: `<title>الميناء: ${TITLE}</title>${meta('og:title', TITLE)}` })).toBe(
      'الميناء',
    );
    expect(site({ head: `<title>${TITLE} | الميناء | آخر الأخبار</title>` })).toBe('الميناء');
  });

  it('from the part of the title that is farthest from the headline', () => {
    expect(site({ head: `<title>الميناء - الأخبار - عربي - ${TITLE}</title>` })).toBe('الميناء');
    expect(site({ head: `<title>${TITLE} - عربي - الميناء</title>` })).toBe('الميناء');
  });

  it('not from what says what kind of paper it is', () => {
    const name = 'Minaa: Port News - الميناء : جريدة إلكترونية مغربية';
    const head = `<title>${TITLE} – ${name}</title>${meta('og:site_name', name)}`;
    expect(site({ head })).toBe('الميناء');
  });

  it('not from the part that the metadata calls the section', () => {
    const head = `<title>Minaa - بحر وموانئ - ${TITLE}</title>`;
    expect(site({ head: head + meta('Section', 'بحر وموانئ') })).toBe('Minaa');
  });

  it('from the part that ends every title of the page', () => {
    const other = meta('og:title', `${TITLE} | Minaa | 12.06.2019`);
    const head = `<title>${TITLE} | بحر وموانئ | Minaa | 12.06.2019</title>${other}`;
    expect(site({ head: head + meta('og:site_name', 'Minaa') })).toBe('Minaa');
    const writer = meta('og:title', `${TITLE} | سلمى القمري`);
    expect(site({ head: `<title>${TITLE} | سلمى القمري | الميناء</title>${writer}` })).toBe(
      'الميناء',
    );
  });

  it('from the part of the title that names an outlet', () => {
    const head = `<title>صحيفة الميناء :: بريد القراء :: ${TITLE}</title>`;
    expect(site({ head })).toBe('صحيفة الميناء');
    expect(site({ head: '<title>جريدة الميناء</title>' })).toBe('جريدة الميناء');
  });

  it('without the slogan behind it', () => {
    const head = `<title>${TITLE} | الميناء</title>${meta('og:site_name', 'الميناء | أخبار البحر')}`;
    expect(site({ head })).toBe('الميناء');
  });

  it('from the rights notice', () => {
    const below = '<p>جميع الحقوق محفوظة لصحيفة الميناء © 2016</p>';
    expect(site({ below })).toBe('صحيفة الميناء');
  });

  it.each([
    ['وكالة الميناء © 2022 جميع الحقوق محفوظة', 'وكالة الميناء'],
    ['جميع الحقوق محفوظة © ٢٠١٢ الميناء - بيروت، شارع البحر', 'الميناء'],
    ['الحقوق محفوظة لموقع الميناء 2010', 'الميناء'],
    ['حقوق النشر © 2017. أخبار الميناء', 'أخبار الميناء'],
    ['© 2017 Minaa Press, All Rights Reserved.', 'Minaa Press'],
    ['حقوق الطبع والنشر © 2024 صحيفة الميناء', 'صحيفة الميناء'],
    ['جميع الحقوق محفوظة لصحيفة الميناء 2024 - تصميم وتطوير شركة البحر', 'صحيفة الميناء'],
    ['Al Minaa © 2024 جميع الحقوق محفوظة | Developed by SeaSoft', 'Al Minaa'],
    ['Designed & Developed by SeaSoft - جميع الحقوق محفوظة لصحيفة الميناء', 'صحيفة الميناء'],
    ['Developed by SeaSoft © 2024 Al Minaa', 'Al Minaa'],
    ['Copyright © 2024 صحيفة الميناء. Powered by WordPress', 'صحيفة الميناء'],
  ])('from «%s»', (below, name) => expect(site({ below: `<p>${below}</p>` })).toBe(name));

  it.each([
    'Copyright © 2022 All rights reserved.',
    'الحقوق محفوظة لكل مسلم بشرط الإشارة إلى المصدر',
    'تصميم وبرمجة: بحار © 2014',
    'وزارة حقوق الإنسان تدين غرق القارب',
    'حقوق الطبع والنشر',
    'سياسة الخصوصية وحقوق النشر - شروط الاستخدام',
    'كتب عن حقوق النشر في الأدب العربي وحكم القضاء فيها',
    'من نحن | اتصل بنا | جميع الحقوق محفوظة 2024',
  ])('not from «%s»', (below) => {
    const url = 'https://www.minaa.example/a';
    expect(site({ below: `<p>${below}</p>`, url })).toBe('minaa.example');
  });

  it('not from who made the system', () => {
    const below = '<p>News System Copyright © 2005 by Frank Martin. This is free software.</p>';
    expect(site({ below, url: 'https://www.minaa.example/a' })).toBe('minaa.example');
  });

  it('with its article, where the rights are «لل…»', () => {
    const below = '<p>جميع الحقوق محفوظة للوكالة الوطنية للبحر © 2016</p>';
    expect(site({ below })).toBe('الوكالة الوطنية للبحر');
    expect(site({ below: '<p>جميع الحقوق محفوظة للبنان الآن © 2016</p>' })).toBe('لبنان الآن');
  });

  it('from its host at last', () => {
    expect(site({ url: 'https://www.minaa.example/a' })).toBe('minaa.example');
  });
});

describe('address and picture', () => {
  it('are absolute', () => {
    const head = `<link rel="canonical" href="/a/1#top">${meta('og:image', '/lake.jpg')}`;
    const { metadata } = read({ head });
    expect(metadata.canonicalUrl).toBe('https://news.example/a/1');
    expect(metadata.leadImage).toEqual({
      src: 'https://news.example/lake.jpg',
      alt: '',
      caption: null,
      credit: null,
    });
  });

  it('are http only, and no logo', () => {
    const head = `<link rel="canonical" href="javascript:alert(1)">${meta('og:image', '/img/logo.png')}`;
    const { metadata } = read({ head });
    expect(metadata.canonicalUrl).toBeNull();
    expect(metadata.leadImage).toBeNull();
  });

  it('have the caption printed with them', () => {
    const above =
      '<figure><img src="/lake-300x200.jpg" alt="البحيرة"><figcaption>قوارب عند الشروق (نادر العطار)</figcaption></figure>';
    expect(read({ head: meta('og:image', '/lake.jpg'), above }).metadata.leadImage).toEqual({
      src: 'https://news.example/lake.jpg',
      alt: 'البحيرة',
      caption: 'قوارب عند الشروق',
      credit: 'نادر العطار',
    });
  });
});

describe('partCredit', () => {
  it.each([
    ['قوارب عند الشروق', 'قوارب عند الشروق', null],
    ['قوارب عند الشروق (رويترز)', 'قوارب عند الشروق', 'رويترز'],
    ['صدر الصورة، نادر العطار التعليق على الصورة، قوارب', 'قوارب', 'نادر العطار'],
    ['قوارب عند الشروق - تصوير: نادر العطار', 'قوارب عند الشروق', 'نادر العطار'],
    ['', null, null],
  ])('%s', (text, caption, credit) => expect(partCredit(text)).toEqual({ caption, credit }));
});

describe('language', () => {
  it('is the page’s tag, mended', () => {
    expect(read({ head: meta('og:locale', 'AR_ma') }).metadata.lang).toBe('ar-ma');
    expect(read({}).metadata.lang).toBeNull();
  });
});
