import { DataTypes, TableEnvironment, udf } from 'tsflink';

export const inJob = udf({ name: 'in_job', args: [DataTypes.INT()], returns: DataTypes.INT() }, (n) => n);

TableEnvironment.create();
