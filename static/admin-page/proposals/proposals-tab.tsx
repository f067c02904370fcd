import { EstablishmentsCard } from './establishments-card';
import { GroupsCard } from './groups-card';
import { ProposalList } from './proposal-list';
import './proposals.css';
import { WhenSeen } from './when-seen';

/** Costs proposed for feature requests, what establishments count in orders, and the groups they are chosen by. */
export function ProposalsTab() {
  return (
    <WhenSeen>
      <ProposalList />
      <EstablishmentsCard />
      <GroupsCard />
    </WhenSeen>
  );
}
