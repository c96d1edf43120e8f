import DefaultTheme from 'vitepress/theme';

// The element is for the browser: the build writes its tag into the page, and what stands in it.
if (!import.meta.env.SSR) import('hopline');

export default DefaultTheme;
