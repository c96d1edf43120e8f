import { expect, it } from 'vitest';
import { scriptInPage } from '../../../src/shared/script-in-page.ts';

it('lets a script say the same inside a page, and never end there', () => {
  const code = 'return ["</script>", `<!-- ${1} <SCRIPT`, /<\\/script|<!--/u.test("<!--"), 1 < 2]';
  const written = scriptInPage(code);
  expect(written).not.toMatch(/<\/?script|<!--/i);
  expect(new Function(written)()).toEqual(['</script>', '<!-- 1 <SCRIPT', true, true]);
});
