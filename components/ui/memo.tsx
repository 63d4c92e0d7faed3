import { Component, createElement, type ComponentType } from 'preact';

/** The component, drawn anew only when one of its properties is another. What it reads of contexts and signals still reaches it. */
export function memo<Props extends object>(Inner: ComponentType<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const now: Props = this.props;
      const names = new Set([...Object.keys(now), ...Object.keys(next)]) as Set<keyof Props>;
      return [...names].some((name) => now[name] !== next[name]);
    }

    override render() {
      return createElement(Inner, this.props);
    }
  };
}
