using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenDisplay.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Seals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            -- By its transaction a row is found that a snapshot can see and the one before could not, in whatever order they commit.
            alter table commands add column xid xid8 not null default pg_current_xact_id();
            create index ix_commands_xid on commands (xid, id);
            create table seals (
                number bigint primary key,
                at timestamptz not null,
                snapshot pg_snapshot not null,
                ids uuid[] not null,
                previous bytea not null,
                seal bytea not null
            );
            comment on table seals is 'Blocks of the audit, each hanging on the one before by an HMAC whose key is not in the database.';
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table seals; alter table commands drop column xid;");
    }
}
