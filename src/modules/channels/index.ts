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
} from './register.ts';
export type { Opening } from './opening-hours.ts';
export { routes } from './routes.ts';
export type { ChannelTables } from './tables.ts';
