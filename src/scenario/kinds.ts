/** What the catalogue knows of a kind. */
export interface Kind {
  /** A name of an icon of the look. */
  readonly icon: string;
}

/**
 * The kinds a component may be, each with the icon that stands for it unless the author names another one.
 * Several kinds may share an icon; every icon name that stands here is drawn by the look.
 */
export const KINDS: Readonly<Record<string, Kind>> = {
  // Anywhere
  component: { icon: 'component' },
  service: { icon: 'service' },
  user: { icon: 'user' },
  browser: { icon: 'browser' },
  mobile: { icon: 'mobile' },
  client: { icon: 'client' },
  application: { icon: 'application' },
  database: { icon: 'database' },
  cache: { icon: 'cache' },
  queue: { icon: 'queue' },
  topic: { icon: 'topic' },
  function: { icon: 'function' },
  job: { icon: 'job' },
  file: { icon: 'file' },
  bucket: { icon: 'bucket' },
  model: { icon: 'model' },
  gateway: { icon: 'gateway' },
  'load-balancer': { icon: 'load-balancer' },
  proxy: { icon: 'proxy' },
  firewall: { icon: 'firewall' },
  server: { icon: 'server' },
  worker: { icon: 'worker' },
  cloud: { icon: 'cloud' },
  internet: { icon: 'internet' },
  identity: { icon: 'identity' },
  secret: { icon: 'secret' },
  key: { icon: 'key' },
  config: { icon: 'config' },
  mail: { icon: 'mail' },
  payment: { icon: 'payment' },
  search: { icon: 'search' },
  log: { icon: 'log' },
  metrics: { icon: 'metrics' },
  alert: { icon: 'alert' },
  plugin: { icon: 'plugin' },
  external: { icon: 'cloud' },

  // Kubernetes: clients
  kubectl: { icon: 'terminal' },
  dashboard: { icon: 'dashboard' },
  cicd: { icon: 'cicd' },

  // Kubernetes: control plane
  'api-server': { icon: 'api-server' },
  etcd: { icon: 'etcd' },
  scheduler: { icon: 'scheduler' },
  controller: { icon: 'controller-manager' },
  'controller-manager': { icon: 'controller-manager' },
  'cloud-controller-manager': { icon: 'cloud-controller-manager' },
  webhook: { icon: 'webhook' },

  // Kubernetes: nodes
  node: { icon: 'node' },
  kubelet: { icon: 'kubelet' },
  'kube-proxy': { icon: 'kube-proxy' },
  kernel: { icon: 'kernel' },
  runtime: { icon: 'runtime' },
  'runtime-shim': { icon: 'runtime' },
  pod: { icon: 'pod' },
  sandbox: { icon: 'pod' },
  container: { icon: 'container' },
  'image-registry': { icon: 'image-registry' },

  // Kubernetes: objects
  deployment: { icon: 'deployment' },
  'replica-set': { icon: 'replica-set' },
  'stateful-set': { icon: 'stateful-set' },
  'daemon-set': { icon: 'daemon-set' },
  'cron-job': { icon: 'job' },
  'config-map': { icon: 'config' },
  'service-account': { icon: 'identity' },
  namespace: { icon: 'namespace' },
  'endpoint-slice': { icon: 'endpoints' },
  'horizontal-pod-autoscaler': { icon: 'autoscaler' },

  // Kubernetes: networking
  cni: { icon: 'cni' },
  network: { icon: 'network' },
  'service-network': { icon: 'service-network' },
  'pod-network': { icon: 'pod-network' },
  'network-policy': { icon: 'firewall' },
  dns: { icon: 'dns' },
  ingress: { icon: 'ingress' },
  'ingress-controller': { icon: 'ingress' },

  // Kubernetes: storage
  csi: { icon: 'csi' },
  volume: { icon: 'persistent-volume' },
  'persistent-volume': { icon: 'persistent-volume' },
  'storage-class': { icon: 'storage-class' },
  'persistent-volume-claim': { icon: 'persistent-volume-claim' },

  // Kubernetes: observability
  prometheus: { icon: 'prometheus' },
  grafana: { icon: 'grafana' },
  alertmanager: { icon: 'alert' },
  fluentd: { icon: 'log' },
  elasticsearch: { icon: 'search' },
  kibana: { icon: 'kibana' },
  'metrics-server': { icon: 'metrics' },
};

/** The icon names that the look draws: those of the kinds. */
export function iconNames(): string[] {
  return [...new Set(Object.values(KINDS).map((kind) => kind.icon))];
}
