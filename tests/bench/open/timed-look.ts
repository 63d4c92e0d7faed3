/** The first line of ours that runs in the popup. */
performance.mark('bench:boot');

export * from '../../../utils/look.ts';
