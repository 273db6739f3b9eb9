-- The sixth schema of the store, for PostgreSQL: the members of a journey are indexed once. Two indexes held the same rows.

drop index membership_of;
