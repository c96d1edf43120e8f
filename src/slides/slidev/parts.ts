import type { FlowProps } from './props.ts';

/** Something that Vue watches. */
export interface Ref<T> {
  readonly value: T;
}

/** What is asked of Vue 3: no more, so that the module can be loaded where there is none. */
export interface VueParts {
  h(tag: string, attributes: Readonly<Record<string, unknown>>): unknown;
  shallowRef<T>(value: T): { value: T };
  computed<T>(value: () => T): Ref<T>;
  watch<T>(source: () => T, listener: (value: T) => void, options?: { readonly flush?: 'pre' | 'post' | 'sync' }): () => void;
  onMounted(listener: () => void): void;
  onBeforeUnmount(listener: () => void): void;
}

/** A stretch of clicks. */
export interface ClickSpan {
  /** The click with which it begins. */
  readonly start: number;
  /** The last one of it. */
  readonly max: number;
  /** How far what comes after it is pushed back. */
  readonly delta: number;
}

/** The clicks of one slide, as one of its copies counts them: Slidev shows a slide in several places at once. */
export interface Clicks {
  readonly current: number;
  /** Null where `at` says that nothing is to be clicked. */
  calculateSince(at: string | number | boolean | undefined, size: number): ClickSpan | null;
  register(key: string, span: Omit<ClickSpan, 'start'> | null): void;
  unregister(key: string): void;
}

/** What is asked of `@slidev/client`; all of it is in its public interface. */
export interface SlidevParts {
  useSlideContext(): {
    readonly $clicksContext: Clicks;
    readonly $page: Ref<number>;
    readonly $nav: Ref<{ readonly currentSlideNo: number }>;
    readonly $renderContext: Ref<string>;
  };
  useNav(): { readonly isPrintMode: Ref<boolean> };
  useDarkMode(): { readonly isDark: Ref<boolean> };
  /** Where the deck is served, as Vite says it. */
  readonly base: string;
}

/** The component: Vue takes it as it is. */
export interface FlowComponent {
  readonly name: string;
  readonly inheritAttrs: false;
  readonly props: Readonly<Record<keyof FlowProps, unknown>>;
  setup(props: Readonly<FlowProps>, context: { readonly attrs: Readonly<Record<string, unknown>> }): () => unknown;
}
