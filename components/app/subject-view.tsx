import { ArticleView } from '../article/article-view.tsx';
import { StateView, type StateViewProps } from './state-view.tsx';
import { originalOf } from './subject.ts';
import { TrashedState } from './trashed-state.tsx';
import { WorkingState } from './working-state.tsx';

type SubjectViewProps = StateViewProps & { compact: boolean };

/** Every state has its face. */
export function SubjectView({ compact, ...props }: SubjectViewProps) {
  const { subject } = props;
  if (subject.kind === 'working') return <WorkingState />;
  if (subject.kind === 'trashed') return <TrashedState item={subject.item} />;
  if (subject.kind !== 'article') return <StateView {...props} />;
  return (
    <ArticleView
      key={subject.article.url}
      article={subject.article}
      corrected={subject.item?.corrected ?? null}
      images={subject.from === 'page' ? 'network' : 'none'}
      original={originalOf(subject)}
      compact={compact}
    />
  );
}
