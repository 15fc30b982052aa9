export {
  type Channel,
  type ChannelForm,
  isDigital,
  isWebAddress,
  isWithoutNet,
} from './contract.ts';
export {
  changeChannel,
  channelChanged,
  closeChannel,
  createChannel,
  findChannels,
  listChannels,
} from './register.ts';
export { routes } from './routes.ts';
export type { ChannelTables } from './tables.ts';
