/** What ends a script that stands in a page, or hides its end. */
const MARKS = /<(?=\/script|script|!--)/gi;

/**
 * A script's text as it may stand between `<script>` and its end tag. Minified code has such words only in strings, templates and patterns, where the
 * escape means the same letter; whoever writes a page of it should parse the outcome once.
 */
export function scriptInPage(code: string): string {
  return code.replace(MARKS, '\\x3C');
}
