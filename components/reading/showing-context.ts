import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { AS_PUBLISHED, type Showing } from './shown-text.ts';

/** How the reader likes text to be shown, for all that shows an article's. */
export const ShowingContext = createContext<Showing>(AS_PUBLISHED);

export function useShowing(): Showing {
  return useContext(ShowingContext);
}
