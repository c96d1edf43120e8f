/** The component of a part (`etcd/1` → `etcd`); anything else is itself. */
export function componentOf(node: string): string {
  return node.split('/', 1)[0] as string;
}
