IF OBJECT_ID('dbo.Patients', 'U') IS NOT NULL DROP TABLE dbo.Patients;
CREATE TABLE dbo.Patients (
    Id INT IDENTITY PRIMARY KEY,
    FullName VARCHAR(100) NOT NULL,
    Email NVARCHAR(255) NULL UNIQUE,
    BirthDate DATETIME NULL,
    Weight REAL,
    Photo VARBINARY(MAX),
    CreatedAt DATETIME DEFAULT GETDATE()
);
CREATE TABLE dbo.Visits (
    Id INT IDENTITY(1,1) NOT NULL PRIMARY KEY,
    PatientId INT NOT NULL FOREIGN KEY REFERENCES dbo.Patients(Id),
    [Date] SMALLDATETIME NOT NULL,
    Cost SMALLMONEY DEFAULT 0,
    Kind CHAR(1) CHECK (Kind IN ('A', 'B'))
);
GO
INSERT INTO dbo.Patients (FullName, Email) VALUES ('Rita', 'rita@example.org'), ('Tó', NULL);
INSERT INTO dbo.Visits (PatientId, [Date], Kind) VALUES (1, '20240131', 'A');
PRINT 'done';
GO
CREATE VIEW dbo.LastVisits AS
SELECT TOP 10 p.FullName, v.[Date] FROM dbo.Patients p JOIN dbo.Visits v ON v.PatientId = p.Id ORDER BY v.[Date] DESC;
GO
