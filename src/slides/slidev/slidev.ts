import { staysAwake } from '../lazy-players.ts';
import { StepClicks } from './clicks.ts';
import type { FlowSettings } from './flow-player.ts';
import { adoptFlowStyles } from './flow-styles.ts';
import { LiveFlow, type FlowView } from './live-flow.ts';
import type { FlowComponent, SlidevParts, VueParts } from './parts.ts';
import { FLOW_PROPS, type FlowProps } from './props.ts';

export type { Clicks, ClickSpan, FlowComponent, Ref, SlidevParts, VueParts } from './parts.ts';
export type { FlowProps } from './props.ts';

/** Where Slidev shows a slide for what it is; everywhere else it is a small picture of one. */
const PLAYED = new Set(['slide', 'presenter']);

/**
 * `<Hopline>` for Slidev: a player whose steps are clicks of its slide. The step is always where the clicks are, so links, back, presenter, overview
 * and export are right; one click further is played, anything else is gone to at once. Vue and Slidev are handed in, as they are the deck's own.
 */
export function hoplineForSlidev(vue: VueParts, slidev: SlidevParts): FlowComponent {
  return {
    name: 'Hopline',
    inheritAttrs: false,
    props: FLOW_PROPS,
    setup(props, { attrs }) {
      const root = vue.shallowRef<HTMLElement | null>(null);
      const flow = new SlideFlow(vue, slidev, props, attrs);
      vue.onMounted(() => root.value && flow.mount(root.value));
      vue.onBeforeUnmount(() => flow.unmount());
      return () => vue.h('div', { ref: root, class: ['hopline-flow', attrs['class']], style: attrs['style'] });
    },
  };
}

/** A flow in one of the copies of its slide. */
class SlideFlow {
  private readonly context: ReturnType<SlidevParts['useSlideContext']>;
  private readonly isPrinted: boolean;
  private readonly isDark: { readonly value: boolean };
  private clicks: StepClicks | undefined;
  /** Counts how often the number of steps came to be another one than was known. */
  private readonly recounts: { value: number };
  private view: FlowView | undefined;
  private isAwake = false;
  private wasActive = false;
  private stops: (() => void)[] = [];

  constructor(private readonly vue: VueParts, private readonly slidev: SlidevParts, private readonly props: Readonly<FlowProps>, private readonly attrs: Readonly<Record<string, unknown>>) {
    this.context = slidev.useSlideContext();
    this.isPrinted = slidev.useNav().isPrintMode.value;
    this.isDark = slidev.useDarkMode().isDark;
    this.recounts = vue.shallowRef(0);
  }

  /** Before its slide is mounted, so that all counts of clicks are right, and with Slidev's own `v-click`s in the order of the slide. */
  mount(root: HTMLElement): void {
    adoptFlowStyles();
    const { vue, props } = this;
    this.clicks = new StepClicks(this.context.$clicksContext, props.autoplay ? false : props.at, Number(props.steps ?? 0) || 0);
    this.keepView(root);
    this.stops = [
      vue.watch(() => this.context.$nav.value.currentSlideNo, () => this.keepView(root)),
      vue.watch(() => [this.clicks?.state, this.recounts.value, this.active].join(), () => this.follow()),
      vue.watch(() => JSON.stringify(this.attributes()), () => this.view?.dress(this.attributes())),
    ];
  }

  unmount(): void {
    for (const stop of this.stops) stop();
    this.isAwake = false;
    this.view?.remove();
    this.clicks?.remove();
  }

  private get active(): boolean {
    return this.context.$page.value === this.context.$nav.value.currentSlideNo;
  }

  private get isPlayed(): boolean {
    return PLAYED.has(this.context.$renderContext.value);
  }

  /** Slidev keeps every slide in the page; a player is only where its slide is near. */
  private keepView(root: HTMLElement): void {
    const distance = Math.abs(this.context.$page.value - this.context.$nav.value.currentSlideNo);
    const wanted = this.isPrinted || !this.isPlayed || staysAwake(distance, this.isAwake);
    if (wanted === this.isAwake) return;
    this.isAwake = wanted;
    this.view?.remove();
    this.view = undefined;
    if (wanted) void this.open(root);
  }

  private async open(root: HTMLElement): Promise<void> {
    const stepsKnown = (count: number): void => this.stepsKnown(count);
    if (this.isPrinted) {
      // What draws pictures is only needed on paper; the exporter waits for it from now on.
      root.dataset['waitfor'] = '[data-ready]';
      const { PrintedFlow } = await import('./printed-flow.ts');
      if (this.isAwake) this.view = new PrintedFlow(root, this.settings(), stepsKnown);
    } else {
      this.view = new LiveFlow(root, this.settings(), { frozen: !this.isPlayed, autoplay: this.props.autoplay ?? false, stepsKnown });
    }
    this.follow();
  }

  private follow(): void {
    const { active } = this;
    this.view?.follow({ state: this.clicks?.state ?? 0, active: active && this.isPlayed, jump: active !== this.wasActive });
    this.wasActive = active;
  }

  private stepsKnown(count: number): void {
    if (this.clicks?.setCount(count)) this.recounts.value++;
  }

  private settings(): FlowSettings {
    return { source: { src: this.props.src, files: this.props.files }, base: this.slidev.base, attributes: this.attributes() };
  }

  /** Everything that is no business of the slide is the player's: it is as dark as the deck, where nothing else is said. */
  private attributes(): FlowSettings['attributes'] {
    const given = Object.entries(this.attrs).filter(([name, value]) => name !== 'class' && name !== 'style' && typeof value !== 'function');
    const written = Object.fromEntries(given.map(([name, value]) => [name, attributeValue(value)]));
    // A small picture of a slide must lead nobody.
    if (!this.isPlayed || this.isPrinted) delete written['sync'];
    return { theme: this.isDark.value ? 'dark' : 'light', ...written };
  }
}

/** As Vue writes attributes of elements. */
function attributeValue(value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null;
  return value === true ? '' : String(value);
}
