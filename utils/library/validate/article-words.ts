import type {
  AuthorRole,
  IncompleteReason,
  NoArticleReason,
  RemovalReason,
  RemovalStep,
} from '../../article/article.ts';

/**
 * The closed word lists of `Article` as values, for checking what arrives. Each is a record over
 * its type, so that a word added there and forgotten here does not compile.
 */
export const AUTHOR_ROLES: Record<AuthorRole, true> = {
  author: true,
  translator: true,
  interviewer: true,
  photographer: true,
  agency: true,
};

export const INCOMPLETE_REASONS: Record<IncompleteReason, true> = {
  fold: true,
  wall: true,
  'next-page': true,
  fetched: true,
};

export const REMOVAL_STEPS: Record<RemovalStep, true> = {
  snapshot: true,
  furniture: true,
  readability: true,
  repeats: true,
  'inner-noise': true,
  metadata: true,
};

export const REMOVAL_REASONS: Record<RemovalReason, true> = {
  hidden: true,
  navigation: true,
  breadcrumb: true,
  share: true,
  related: true,
  comments: true,
  promotion: true,
  advertisement: true,
  form: true,
  'author-card': true,
  tags: true,
  footer: true,
  'other-article': true,
  'not-article': true,
  repeated: true,
  'repeated-headline': true,
  'repeated-caption': true,
  'pull-quote': true,
  'read-also': true,
  'screen-reader-hint': true,
  'embed-leftover': true,
  byline: true,
  date: true,
  'source-line': true,
  empty: true,
};

export const NO_ARTICLE_REASONS: Record<NoArticleReason, true> = {
  'home-page': true,
  list: true,
  search: true,
  gallery: true,
  login: true,
  'error-page': true,
  'too-little-text': true,
  empty: true,
  'too-large': true,
};
