USE [master]
GO
/****** Object:  Database [Orchard]    Script Date: 3/11/2024 10:21:12 AM ******/
CREATE DATABASE [Orchard]
GO
ALTER DATABASE [Orchard] SET COMPATIBILITY_LEVEL = 150
GO
USE [Orchard]
GO
/****** Object:  Table [dbo].[Trees]    Script Date: 3/11/2024 10:21:12 AM ******/
SET ANSI_NULLS ON
GO
SET QUOTED_IDENTIFIER ON
GO
CREATE TABLE [dbo].[Trees](
	[TreeId] [int] IDENTITY(1,1) NOT NULL,
	[Kind] [nvarchar](50) NOT NULL,
	[PlantedOn] [date] NULL,
	[HeightM] [decimal](5, 2) NULL,
	[IsAlive] [bit] NOT NULL,
	[Tag] [uniqueidentifier] NULL,
	[Notes] [nvarchar](max) NULL,
	[RowVer] [timestamp] NOT NULL,
 CONSTRAINT [PK_Trees] PRIMARY KEY CLUSTERED 
(
	[TreeId] ASC
)WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF, IGNORE_DUP_KEY = OFF, ALLOW_ROW_LOCKS = ON, ALLOW_PAGE_LOCKS = ON) ON [PRIMARY]
) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
GO
CREATE TABLE [dbo].[Harvests](
	[HarvestId] [bigint] IDENTITY(100,1) NOT NULL,
	[TreeId] [int] NOT NULL,
	[PickedAt] [datetime2](7) NOT NULL,
	[Kilos] [float] NULL,
	[Price] [money] NULL,
	[Total]  AS ([Kilos]*[Price]),
 CONSTRAINT [PK_Harvests] PRIMARY KEY CLUSTERED ([HarvestId] ASC)
)
GO
SET IDENTITY_INSERT [dbo].[Trees] ON 
GO
INSERT [dbo].[Trees] ([TreeId], [Kind], [PlantedOn], [HeightM], [IsAlive], [Tag], [Notes]) VALUES (1, N'Figueira', CAST(N'1998-02-01' AS Date), CAST(4.50 AS Decimal(5, 2)), 1, N'8d8f4a40-6a0f-4a05-9c7a-0b6f6a7d1e11', N'It''s old; very')
GO
INSERT [dbo].[Trees] ([TreeId], [Kind], [PlantedOn], [HeightM], [IsAlive], [Tag], [Notes]) VALUES (2, N'Macieira', NULL, NULL, 0, NULL, NULL)
GO
SET IDENTITY_INSERT [dbo].[Trees] OFF
GO
INSERT [dbo].[Harvests] ([TreeId], [PickedAt], [Kilos], [Price]) VALUES (1, CAST(N'2023-09-01T08:00:00.0000000' AS DateTime2), 12.5, 1.2000)
GO
ALTER TABLE [dbo].[Trees] ADD  CONSTRAINT [DF_Trees_IsAlive]  DEFAULT ((1)) FOR [IsAlive]
GO
ALTER TABLE [dbo].[Trees] ADD  DEFAULT (newid()) FOR [Tag]
GO
ALTER TABLE [dbo].[Harvests]  WITH CHECK ADD  CONSTRAINT [FK_Harvests_Trees] FOREIGN KEY([TreeId])
REFERENCES [dbo].[Trees] ([TreeId])
ON DELETE CASCADE
GO
ALTER TABLE [dbo].[Harvests] CHECK CONSTRAINT [FK_Harvests_Trees]
GO
CREATE NONCLUSTERED INDEX [IX_Harvests_Tree] ON [dbo].[Harvests] ([TreeId] ASC) INCLUDE ([Kilos])
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'One row a tree' , @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'Trees'
GO
CREATE PROCEDURE [dbo].[Prune] @TreeId int AS
BEGIN
  UPDATE dbo.Trees SET HeightM = HeightM - 1 WHERE TreeId = @TreeId;
END
GO
